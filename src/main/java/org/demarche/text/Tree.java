package org.demarche.text;

import java.util.List;

/**
 * A sentence of a treebank: the words of "Iraq's army left." with what annotators say of each, and
 * the text that they stand in.
 *
 * @param id the treebank's own name of the sentence, empty where it has none
 * @param words in reading order; heads count from 0, -1 is the root
 * @param spaceAfter for each word whether white space follows it in the text
 */
public record Tree(String id, List<Word> words, List<Boolean> spaceAfter) {
    /** One line of a CoNLL-U file. */
    public record Word(
            String form, String lemma, String upos, String xpos, int head, String relation) {
        /** Joint part of speech, as the tagger learns it: {@code VERB|VBG}. */
        String tag() {
            return upos + "|" + xpos;
        }

        Word withTag(String tag) {
            int bar = tag.indexOf('|');
            return new Word(
                    form, lemma, tag.substring(0, bar), tag.substring(bar + 1), head, relation);
        }
    }

    public Tree {
        if (words.size() != spaceAfter.size()) {
            throw new IllegalArgumentException(
                    words.size() + " words but " + spaceAfter.size() + " notes on space");
        }
        words = List.copyOf(words);
        spaceAfter = List.copyOf(spaceAfter);
    }

    /** The document that the sentence is of: its id up to the last hyphen. */
    String document() {
        int hyphen = id.lastIndexOf('-');
        return hyphen < 0 ? "" : id.substring(0, hyphen);
    }

    /** The words as text, a space wherever the treebank has white space. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(words.get(i).form());
            if (spaceAfter.get(i) && i + 1 < words.size()) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
