package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationTest {
    @Test
    void sentencesOfOneQuotationShareItsSpeaker() {
        String text =
                "\"The raid was a crime. We will answer it,\" Prime Minister Anna Berg said on Monday."
                        + " Nobody was hurt.";
        List<Sentence> sentences = Reading.sentences(text);

        List<Quotation> quotations = Quotation.in(text, sentences);

        assertThat(sentences).hasSize(3);
        assertThat(quotations).hasSize(1);
        Quotation quotation = quotations.get(0);
        assertThat(quotation.span().of(text))
                .isEqualTo("\"The raid was a crime. We will answer it,\"");
        assertThat(quotation.first()).isZero();
        assertThat(quotation.last()).isEqualTo(1);
        assertThat(quotation.touches(sentences.get(2))).isFalse();
        assertThat(quotation.speech().orElseThrow().word().form()).isEqualTo("said");
        assertThat(quotation.speech().orElseThrow().speaker().orElseThrow().upos())
                .isEqualTo("PROPN");
    }

    @Test
    void quotationAfterTheSpeakersClauseGoesOn() {
        String text = "\u201CWe protest,\u201D the minister said. \u201CWe will not return.\u201D";

        List<Quotation> quotations = Quotation.in(text, Reading.sentences(text));

        assertThat(quotations).hasSize(2);
        assertThat(quotations.get(1).speech()).isEqualTo(quotations.get(0).speech());
        assertThat(quotations.get(1).speech()).isPresent();
    }

    @Test
    void unclosedQuotationEndsWithItsParagraph() {
        String text = "\"The border is closed, the army said.\n\nTrade has stopped.";

        List<Quotation> quotations = Quotation.in(text, Reading.sentences(text));

        assertThat(quotations).hasSize(1);
        assertThat(quotations.get(0).last()).isZero();
    }

    @Test
    void textWithoutMarksHasNoQuotations() {
        String text = "The border is closed.";

        assertThat(Quotation.in(text, Reading.sentences(text))).isEmpty();
    }
}
