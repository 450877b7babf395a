package org.demarche.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final String KENYA =
            "Kenyan officials say gunmen raided a bank in Mombasa on Sunday. The raid was the third in Kenya since May.";

    @Test
    void unnamedPoliceAreOfTheStoryThatTheArticleTurnedTo() {
        Linked linked =
                Linked.of(
                        KENYA
                                + " Peru's central bank has cut its interest rate to fight the slump. Lima fears"
                                + " that exports of copper will fall further. Police guarded the bank's tower.");

        assertThat(linked.states("Police")).containsExactly("PER");
    }

    @Test
    void leadersAreNotPairedAcrossTwoStories() {
        Linked linked =
                Linked.of(
                        KENYA
                                + " Norwegian and Russian ministers discussed cod quotas in Oslo. Norway wants"
                                + " smaller catches. The two sides hope for a treaty.");

        assertThat(linked.states("The two sides")).containsExactlyInAnyOrder("NOR", "RUS");
    }

    @Test
    void militaryIsNotThatOfTheStoryBefore() {
        Linked linked =
                Linked.of(
                        KENYA
                                + " Chilean lawmakers approved a bill on floods after a debate of two days. Chile"
                                + " has seen nine storms. The bill allows the military to seize boats.");

        assertThat(linked.states("the military")).containsExactly("CHL");
    }

    @Test
    void anotherCountrySpeakingOfTheSameMatterStartsNoStory() {
        Linked linked =
                Linked.of(
                        "Police in Nairobi arrested four nurses at a strike rally on Monday. Denmark and Sweden"
                                + " asked for the release of the nurses. Police gave no reason for the arrests.");

        assertThat(linked.states("Police")).containsExactly("KEN");
    }

    @Test
    void storyThatReturnsWasNotLeft() {
        Linked linked =
                Linked.of(
                        "Rebels shelled a market in Mogadishu on Friday. Denmark offered two aircraft and a"
                                + " field kitchen. Copenhagen has spent a fortune on Somalia. Soldiers later"
                                + " sealed the market.");

        assertThat(linked.states("Soldiers")).containsExactly("SOM");
    }

    @Test
    void lastSentenceStartsNoStory() {
        Linked linked =
                Linked.of(
                        KENYA + " Denmark promised blankets. The army searched houses overnight.");

        assertThat(linked.states("The army")).containsExactly("KEN");
    }

    @Test
    void storyThatNamedNoCountryYetIsNotLeft() {
        Linked linked =
                Linked.of(
                        "The watchdog group counted 160 cases of cholera. Nurses in Chad fear the worst, and"
                                + " Chad wants vaccines. The group will go on.");

        assertThat(linked.mention("The group").actors())
                .isEqualTo(linked.mention("The watchdog group").actors());
    }
}
