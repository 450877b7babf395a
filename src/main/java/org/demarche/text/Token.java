package org.demarche.text;

import org.demarche.article.Span;

/**
 * A word of a sentence with its place in the Universal Dependencies tree: "threatening" in "Iraq is
 * threatening to sever ties" is a VERB, VBG, lemma "threaten", root.
 *
 * @param index its place in the sentence, from 0
 * @param span where it stands in the article's text
 * @param upos universal part of speech: VERB
 * @param xpos Penn part of speech: VBG
 * @param head index of the token that it depends on; -1 for the root
 * @param relation the dependency relation, with subtype: nsubj:pass
 */
public record Token(
        int index,
        Span span,
        String form,
        String lemma,
        String upos,
        String xpos,
        int head,
        String relation) {
    public Token {
        if (index < 0 || head < -1 || head == index) {
            throw new IllegalArgumentException(
                    "bad token " + index + " '" + form + "' with head " + head);
        }
    }

    public boolean isRoot() {
        return head < 0;
    }

    /**
     * Whether the relation is one of these, subtypes left out: {@code is("nsubj")} holds for nsubj
     * and nsubj:pass.
     */
    public boolean is(String... relations) {
        int colon = relation.indexOf(':');
        String universal = colon < 0 ? relation : relation.substring(0, colon);
        for (String each : relations) {
            if (each.equals(universal) || each.equals(relation)) {
                return true;
            }
        }
        return false;
    }
}
