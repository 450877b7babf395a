package org.demarche.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.source.Problems;
import org.demarche.source.SourceLine;
import org.demarche.text.Token;

/** A lemma with its word class, as the grammar's tables write it: {@code plan/v}. */
record WordKey(String lemma, Trigger.PartOfSpeech partOfSpeech) {
    private static final Map<String, Trigger.PartOfSpeech> LETTERS =
            Map.of(
                    "v", Trigger.PartOfSpeech.VERB,
                    "n", Trigger.PartOfSpeech.NOUN,
                    "a", Trigger.PartOfSpeech.ADJECTIVE);

    /** The keys of a cell such as {@code fail|refuse/v}. */
    static List<WordKey> parse(String cell, String column, SourceLine where, Problems problems) {
        int slash = cell.lastIndexOf('/');
        Optional<Trigger.PartOfSpeech> partOfSpeech =
                slash < 1
                        ? Optional.empty()
                        : Optional.ofNullable(LETTERS.get(cell.substring(slash + 1)));
        if (partOfSpeech.isEmpty()) {
            problems.add(
                    where,
                    column
                            + " '"
                            + cell
                            + "' does not end in /v (verb), /n (noun) or /a (adjective)");
            return List.of();
        }
        return Arrays.stream(cell.substring(0, slash).split("\\|"))
                .map(lemma -> new WordKey(lemma, partOfSpeech.get()))
                .toList();
    }

    /** The key of a word in its sentence; verbs in -ing or -ed before a noun count as verbs. */
    static WordKey of(Token token) {
        return new WordKey(
                token.lemma(),
                switch (token.upos()) {
                    case "VERB", "AUX" -> Trigger.PartOfSpeech.VERB;
                    case "NOUN", "PROPN" -> Trigger.PartOfSpeech.NOUN;
                    default -> Trigger.PartOfSpeech.ADJECTIVE;
                });
    }
}
