package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
    private static List<String> split(String text) {
        return Reading.sentences(text).stream().map(s -> s.span().of(text)).toList();
    }

    @Test
    void abbreviationsEndNoSentence() {
        String text =
                "Gen. Okoye met Sen. Diaz in St. Lucia on Jan. 5. The U.S. Navy and Mr. Lee of Acme Inc. agreed.";

        assertThat(split(text))
                .containsExactly(
                        "Gen. Okoye met Sen. Diaz in St. Lucia on Jan. 5.",
                        "The U.S. Navy and Mr. Lee of Acme Inc. agreed.");
    }

    @Test
    void sentencesOfAQuotationAreApart() {
        assertThat(split("\"It is a crime. We will answer,\" she said. He left."))
                .containsExactly("\"It is a crime.", "We will answer,\" she said.", "He left.");
    }

    @Test
    void questionMarksAndQuotesEndSentences() {
        assertThat(split("Who pays? \"Nobody.\" They left!"))
                .containsExactly("Who pays?", "\"Nobody.\"", "They left!");
    }

    @Test
    void paragraphEndsASentenceWithoutAMark() {
        assertThat(split("Talks fail in Oslo\n\nThe envoys left on Sunday"))
                .containsExactly("Talks fail in Oslo", "The envoys left on Sunday");
    }

    @Test
    void lineBreakInsideASentenceEndsNothing() {
        assertThat(split("The envoys left\non Sunday.")).hasSize(1);
    }

    @Test
    void decimalsAndTimesEndNoSentence() {
        assertThat(split("About 2.5 million fled at 10 a.m. on Friday, the U.N. said.")).hasSize(1);
    }
}
