package org.demarche.text;

import java.util.List;
import java.util.Locale;

/**
 * What {@code demarche evaluate parser|tagger|tokens FILE.conllu} prints: the models against gold
 * trees.
 */
public final class Evaluation {
    private final Analyzer analyzer;

    public Evaluation(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Attachment on gold words with predicted tags. */
    public Attachments parser(List<Tree> gold) {
        Attachments attachments = new Attachments();
        for (Tree tree : gold) {
            List<String> forms = forms(tree);
            attachments.add(tree, analyzer.parser().parse(forms, analyzer.tagger().tag(forms)));
        }
        return attachments;
    }

    /** Parts of speech and lemmas on gold words, a line each. */
    public String tagger(List<Tree> gold) {
        int words = 0;
        int upos = 0;
        int xpos = 0;
        int lemmas = 0;
        for (Tree tree : gold) {
            List<String> tags = analyzer.tagger().tag(forms(tree));
            for (int i = 0; i < tags.size(); i++) {
                Tree.Word word = tree.words().get(i);
                Tree.Word found = word.withTag(tags.get(i));
                words++;
                upos += found.upos().equals(word.upos()) ? 1 : 0;
                xpos += found.xpos().equals(word.xpos()) ? 1 : 0;
                String lemma = analyzer.lemmatizer().lemma(word.form(), found.upos(), found.xpos());
                lemmas += lemma.equals(word.lemma()) ? 1 : 0;
            }
        }
        return String.format(
                Locale.ROOT,
                "words  %d%nUPOS   %.2f%nXPOS   %.2f%nlemmas %.2f (with predicted tags)%n",
                words,
                100.0 * upos / words,
                100.0 * xpos / words,
                100.0 * lemmas / words);
    }

    /** Words and sentences found in the treebank's text, a line each. */
    public String tokens(List<Tree> gold) {
        Boundaries joined = new Boundaries(false);
        joined.add(gold, analyzer.splitter(), analyzer.tokenizer());
        Boundaries paragraphs = new Boundaries(true);
        paragraphs.add(gold, analyzer.splitter(), analyzer.tokenizer());
        return String.format(
                Locale.ROOT,
                "words      F1 %.2f%nsentences  F1 %.2f (where no mark ends a sentence, a paragraph"
                        + " ends)%nsentences  F1 %.2f (documents without any paragraphs)%n",
                joined.tokens(),
                paragraphs.sentences(),
                joined.sentences());
    }

    private static List<String> forms(Tree tree) {
        return tree.words().stream().map(Tree.Word::form).toList();
    }
}
