package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LemmatizerTest {
    @ParameterizedTest
    @CsvSource({
        "dug, VERB, VBD, dig",
        "clung, VERB, VBN, cling",
        "threatening, VERB, VBG, threaten",
        "vetoed, VERB, VBN, veto",
        "severed, VERB, VBN, sever",
        "fled, VERB, VBD, flee",
        "fought, VERB, VBD, fight",
        "Stormed, VERB, VBD, storm",
        "is, AUX, VBZ, be",
        "officials, NOUN, NNS, official",
        "embassies, NOUN, NNS, embassy",
        "Iraq, PROPN, NNP, Iraq",
        "Iraqi, ADJ, JJ, Iraqi",
        "Their, PRON, PRP$, their",
        "n't, PART, RB, not",
        "zorbified, VERB, VBD, zorbify"
    })
    void lemmaGoesByWordAndTag(String form, String upos, String xpos, String lemma) {
        assertThat(Reading.ANALYZER.lemmatizer().lemma(form, upos, xpos)).isEqualTo(lemma);
    }
}
