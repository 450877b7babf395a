package org.demarche.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Finds whose word a clause is: the ministry's in "Two envoys were expelled, the ministry said".
 */
final class SpeechRules {
    static final String FILE = "data/grammar/speech.tsv";
    private static final Set<String> ACCORDING = Set.of("according_to", "according");

    private final Set<WordKey> words;

    private SpeechRules(Set<WordKey> words) {
        this.words = words;
    }

    static SpeechRules load(DataFiles files, Problems problems) {
        Set<WordKey> words = new HashSet<>();
        for (Table.Row row : Table.read(files, FILE, List.of("word", "example"), problems).rows()) {
            words.addAll(WordKey.parse(row.cell("word"), "word", row.where(), problems));
        }
        return new SpeechRules(words);
    }

    boolean isSpeech(Token word) {
        return words.contains(WordKey.of(word));
    }

    /** The heads of the speakers of what the word tells, the innermost first. */
    List<Token> speakers(Sentence sentence, Arguments arguments, Token told) {
        List<Token> speakers = new ArrayList<>();
        Token word = told;
        while (true) {
            for (Token child : sentence.children(word)) {
                if (ACCORDING.contains(arguments.preposition(child))) {
                    speakers.add(child);
                } else if (child.is("parataxis") && isSpeech(child)) {
                    speakers.addAll(arguments.of(child, "subj"));
                }
            }
            if (word.isRoot()) {
                return speakers;
            }
            Token head = sentence.token(word.head());
            if (word.is("ccomp", "parataxis", "acl", "dep", "xcomp") && isSpeech(head)) {
                speakers.addAll(
                        arguments.of(
                                head,
                                WordKey.of(head).partOfSpeech() == Trigger.PartOfSpeech.NOUN
                                        ? "poss"
                                        : "subj"));
            }
            word = head;
        }
    }
}
