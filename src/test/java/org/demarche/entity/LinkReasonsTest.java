package org.demarche.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every link tells in words why it was made. */
class LinkReasonsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Iran said its envoy would leave Oslo. | its | refers back to 'Iran', the subject, a body, in this sentence",
                "Kenyan President Daniel arap Moi flew home. He was tired. | He | a man or of unknown sex, in the sentence before",
                "The Norwegian Foreign Ministry protested. Oslo was calm. The ministry said so. | The ministry | the same noun, 2 sentences before",
                "Peru and Chile signed. The two countries will meet. | The two countries | the 2 states",
                "Angola arrested two men. The country is at war. | The country | Angola, the state named last, in the sentence before",
                "Tehran rejected the offer. | Tehran | stands for the government",
                "Rebels gathered in Tehran. | Tehran | here the place",
                "Jan Berghofer spoke in Lima. Berghofer left. | Berghofer | last name of Jan Berghofer, named before",
                "The U.S. ambassador left. | U.S. | name of a state",
                "European ministers met in Cairo. | European ministers | of several countries: 'European'",
                "Refugees crossed into Chad. | Refugees | of another country"
            })
    void reasonSaysWhatSpokeForTheLink(String text, String words, String reason) {
        Linked linked = Linked.of(text);

        Mention mention = linked.mention(words);

        assertThat(mention.why()).contains(reason);
    }

    @Test
    void stateAndItsAdjectiveAreOneMeaning() {
        Linked linked = Linked.of("The U.S. Senate met in Washington.");

        assertThat(linked.mentions.all()).noneMatch(m -> m.why().contains("one of 2"));
    }

    @Test
    void noMentionIsWithoutAReason() {
        Linked linked =
                Linked.of(
                        "Chad recalled its ambassador from Sudan after Sudanese troops shelled the town of Adre. "
                                + "He and two aides flew to N'Djamena, where President Idriss Deby met them. "
                                + "The statement said both countries would talk. \"We are ready,\" the minister said. "
                                + "Amnesty International, which has an office there, urged the two sides to stop.");

        assertThat(linked.mentions.all()).isNotEmpty().noneMatch(m -> m.why().isBlank());
    }
}
