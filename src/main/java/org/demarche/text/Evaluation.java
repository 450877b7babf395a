package org.demarche.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code demarche evaluate parser|tagger|tokens FILE.conllu} prints: the models against gold
 * trees; and how long each of them takes.
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

    /**
     * How long a stage of the analysis took.
     *
     * @param nanos of this thread's own computing, so that a busy machine does not blur them
     */
    public record Stage(String name, int tokens, long nanos) {
        /** Tokens a second. */
        public double rate() {
            return tokens * 1e9 / Math.max(1, nanos);
        }
    }

    /** Each stage by itself over the same paragraphs, in the order in which they follow. */
    public List<Stage> stages(List<String> paragraphs) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        List<String> sentences = new ArrayList<>();
        List<List<String>> words = new ArrayList<>();
        List<List<String>> tags = new ArrayList<>();
        long start = clock.getCurrentThreadCpuTime();
        for (String paragraph : paragraphs) {
            analyzer.splitter()
                    .sentences(paragraph, 0)
                    .forEach(s -> sentences.add(s.of(paragraph)));
        }
        long split = clock.getCurrentThreadCpuTime();
        int tokens = 0;
        for (String sentence : sentences) {
            List<String> forms =
                    analyzer.tokenizer().tokens(sentence, 0).stream()
                            .limit(Analyzer.LONGEST_SENTENCE)
                            .map(span -> span.of(sentence))
                            .toList();
            tokens += forms.size();
            words.add(forms);
        }
        long tokenized = clock.getCurrentThreadCpuTime();
        words.forEach(forms -> tags.add(analyzer.tagger().tag(forms)));
        long tagged = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < words.size(); i++) {
            for (int w = 0; w < words.get(i).size(); w++) {
                String tag = tags.get(i).get(w);
                int bar = tag.indexOf('|');
                analyzer.lemmatizer()
                        .lemma(words.get(i).get(w), tag.substring(0, bar), tag.substring(bar + 1));
            }
        }
        long lemmatized = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < words.size(); i++) {
            analyzer.parser().parse(words.get(i), tags.get(i));
        }
        long parsed = clock.getCurrentThreadCpuTime();
        return List.of(
                new Stage("sentence ends", tokens, split - start),
                new Stage("words", tokens, tokenized - split),
                new Stage("parts of speech", tokens, tagged - tokenized),
                new Stage("lemmas", tokens, lemmatized - tagged),
                new Stage("dependencies", tokens, parsed - lemmatized));
    }

    private static List<String> forms(Tree tree) {
        return tree.words().stream().map(Tree.Word::form).toList();
    }
}
