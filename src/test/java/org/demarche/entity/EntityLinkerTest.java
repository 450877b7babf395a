package org.demarche.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.demarche.entity.Mention.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityLinkerTest {
    @Test
    void titleNameAndStateMakeOnePerson() {
        Linked linked =
                Linked.of(
                        "Iraqi Prime Minister Mohammed Shia al-Sudani met the envoys in Oslo.",
                        LocalDate.of(2023, 7, 20));

        Actor premier = linked.actor("Iraqi Prime Minister Mohammed Shia al-Sudani");

        assertThat(premier.className()).isEqualTo("Person");
        assertThat(premier.office()).contains("Prime Minister");
        assertThat(premier.sector()).contains("GOV");
        assertThat(premier.state().flatMap(Actor::code)).contains("IRQ");
    }

    @Test
    void unknownPersonKeepsTheNameAndTheAffiliationOfTheText() {
        Linked linked =
                Linked.of("Norwegian Fisheries Minister Halvard Brekke rejected the offer.");

        Actor minister = linked.actor("Norwegian Fisheries Minister Halvard Brekke");

        assertThat(minister.name()).endsWith("Halvard Brekke");
        assertThat(minister.known()).isFalse();
        assertThat(minister.state().flatMap(Actor::code)).contains("NOR");
    }

    @Test
    void appositionGivesTheNameItsOffice() {
        Linked linked =
                Linked.of(
                        "Finland's ambassador to Chile, Pekka Rantanen, left Santiago on Monday.");

        Actor ambassador = linked.actor("Pekka Rantanen");

        assertThat(ambassador.office()).contains("Ambassador");
        assertThat(ambassador.state().flatMap(Actor::code)).contains("FIN");
        assertThat(linked.actor("Finland's ambassador")).isEqualTo(ambassador);
    }

    @Test
    void spokesmanBelongsToTheBodyAndThatToTheState() {
        Linked linked =
                Linked.of("A spokesman for the Kenyan army, Daniel Wekesa, denied the report.");

        assertThat(linked.states("Daniel Wekesa")).containsExactly("KEN");
        assertThat(linked.actor("the Kenyan army").className()).isEqualTo("GovernmentBody");
        assertThat(linked.actor("the Kenyan army").sector()).contains("MIL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The Swedish Foreign Ministry summoned the envoy.|The Swedish Foreign Ministry|GovernmentBody|SWE
                    Iraqi security forces closed the road.|Iraqi security forces|GovernmentBody|IRQ
                    The Chilean navy seized the ship.|The Chilean navy|GovernmentBody|CHL
                    Two Peruvian diplomats left Quito.|Two Peruvian diplomats|Group|PER
                    Kosovo's ethnic Albanian-led government met Serbs.|Kosovo's ethnic Albanian-led government|GovernmentBody|XKX
                    Kenya's embassy in Lima was closed.|Kenya's embassy|DiplomaticMission|KEN
                    Soldiers of the Malian army fled.|the Malian army|GovernmentBody|MLI
                    An Iraqi asylum-seeker burned the book in Oslo.|An Iraqi asylum-seeker|Person|IRQ
                    The French rejected the offer.|The French|Group|FRA
                    Many Iraqis fled the city.|Many Iraqis|Group|IRQ
                    """)
    void rolesComposeWithWhomTheyBelongTo(
            String sentence, String words, String className, String state) {
        Linked linked = Linked.of(sentence);
        Mention mention =
                linked.find(words)
                        .or(() -> linked.find(words.substring(words.indexOf(' ') + 1)))
                        .orElseThrow();

        assertThat(mention.actors()).hasSize(1);
        assertThat(mention.actors().get(0).className()).isEqualTo(className);
        assertThat(mention.actors().get(0).state().flatMap(Actor::code)).contains(state);
    }

    @Test
    void coordinatedAdjectivesAreTwoActors() {
        Linked linked = Linked.of("Hungarian and Romanian officials signed the accord in Vienna.");

        assertThat(linked.states("Hungarian and Romanian officials")).containsExactly("HUN", "ROU");
    }

    @Test
    void missionHasItsTownAsPlaceAlsoWhereItIsOnlyNamedAgain() {
        Linked linked =
                Linked.of(
                        "Crowds stormed the Danish embassy in Cairo. Police guarded the Danish Embassy later.");

        Mention again = linked.mention("the Danish Embassy");

        assertThat(again.actors().get(0).className()).isEqualTo("DiplomaticMission");
        assertThat(again.place()).map(Place::name).contains("Cairo");
        assertThat(linked.actor("the Danish embassy")).isEqualTo(again.actors().get(0));
    }

    @Test
    void countedPeopleAreThePeopleThemselves() {
        Linked linked = Linked.of("Hundreds of Bolivian miners marched through La Paz.");

        assertThat(linked.states("Hundreds")).containsExactly("BOL");
    }

    @Test
    void capitalThatActsIsItsGovernmentAndInAPlacePhraseThePlace() {
        Linked linked = Linked.of("Baghdad condemned the attack. Crowds gathered in Baghdad.");

        Mention acting = linked.mentions.all().get(0);
        Mention place = linked.mention("Baghdad");

        assertThat(acting.reading()).isEqualTo(Reading.ACTOR);
        assertThat(acting.actors()).extracting(Actor::key).containsExactly("state/IRQ");
        assertThat(place.isPlace()).isTrue();
        assertThat(place.place()).map(Place::name).contains("Baghdad");
    }

    @Test
    void crowdsAreOfTheCountryThatTheSentencePlacesThemIn() {
        Linked linked = Linked.of("Protesters marched through the streets of Nairobi on Friday.");

        assertThat(linked.states("Protesters")).containsExactly("KEN");
        assertThat(linked.mention("Protesters").why()).contains("inferred");
    }

    @Test
    void unknownPersonIsOfTheCountryThatTheStoryIsAbout() {
        Linked linked =
                Linked.of(
                        "Kenya's police searched four houses. Kenya's courts ordered it."
                                + " Policemen caught Jens Tarkin at dawn.");

        assertThat(linked.states("Jens Tarkin")).containsExactly("KEN");
        assertThat(linked.mention("Jens Tarkin").why())
                .contains("of the shape of a person's", "inferred");
    }

    @Test
    void unknownPersonOfARegionIsOfNoCountry() {
        Linked linked = Linked.of("Soldiers caught Jens Tarkin somewhere in Asia.");

        assertThat(linked.states("Jens Tarkin")).containsExactly("-");
    }

    @Test
    void governmentIsThatOfTheBodyThatActsBeforeIt() {
        Linked linked =
                Linked.of(
                        "Israel's parliament approved the government's plan for Gaza City, the Gaza"
                                + " Strip and Jericho.");

        assertThat(linked.states("the government")).containsExactly("ISR");
    }

    @Test
    void whereABodyIsBasedPlacesNothing() {
        Linked linked =
                Linked.of("The Geneva-based group counted the attacks on journalists in May.");

        assertThat(linked.find("journalists").stream().flatMap(m -> m.actors().stream()))
                .allMatch(a -> a.state().isEmpty());
    }

    @Test
    void groupOfNoTellableCountryStaysAGroup() {
        Linked linked = Linked.of("Gunmen attacked a convoy on Friday.");

        Actor gunmen = linked.actor("Gunmen");

        assertThat(gunmen.name()).isEqualTo("gunmen");
        assertThat(gunmen.className()).isEqualTo("Group");
        assertThat(gunmen.state()).isEmpty();
    }

    @Test
    void leaderIsWhoGovernedOnTheArticlesDate() {
        String text = "President Bush met the Israeli prime minister.";

        Actor father = Linked.of(text, LocalDate.of(1991, 3, 1)).actor("President Bush");
        Actor son = Linked.of(text, LocalDate.of(2005, 3, 1)).actor("President Bush");

        assertThat(father.key()).isNotEqualTo(son.key());
        assertThat(father.state()).isEqualTo(son.state());
    }

    @Test
    void otherPersonOfTheSameLastNameIsNotTheLeader() {
        Linked linked = Linked.of("Laura Bush visited a school.", LocalDate.of(2005, 3, 1));

        assertThat(linked.mentions.all())
                .allSatisfy(
                        m ->
                                assertThat(m.actors())
                                        .noneMatch(a -> a.key().startsWith("person/george")));
    }

    @Test
    void armedGroupNamedAfterItsKindIsKept() {
        Linked linked = Linked.of("The militant group Sumud Brigade claimed the attack in Basra.");

        assertThat(linked.actor("Sumud Brigade").known()).isFalse();
        assertThat(linked.actor("The militant group")).isEqualTo(linked.actor("Sumud Brigade"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Georgia recalled its ambassador after Russian jets flew over Abkhazia.|Georgia|state/GEO
                    The Democratic Republic of Congo accused Rwanda of aiding the rebels.|The Democratic Republic of Congo|state/COD
                    Niger closed its border with Nigeria.|Niger|state/NER
                    Niger closed its border with Nigeria.|Nigeria|state/NGA
                    South Korea fired at a boat of the North Korean navy.|South Korea|state/KOR
                    Jordan expelled the diplomat.|Jordan|state/JOR
                    Turkey rejected the plan.|Turkey|state/TUR
                    """)
    void namesThatSeveralBearAreSettled(String sentence, String words, String key) {
        Linked linked = Linked.of(sentence);
        Mention mention =
                linked.find(words)
                        .or(() -> linked.find(words.substring(words.indexOf(' ') + 1)))
                        .orElseThrow();

        assertThat(mention.actors()).extracting(Actor::key).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ministers signed the Vienna Convention.|Vienna
                    Troops may march on the city in March.|may
                    Envoys of both sides spoke of freedom of assembly.|assembly
                    The children were allowed to eat turkey.|turkey
                    Male prisoners were freed.|Male
                    Michael Jordan played well.|Jordan
                    It is clear that the talks failed.|It
                    A copy of the Quran was burned.|Quran
                    Pro-Russian crowds marched in Kharkiv.|Russian
                    """)
    void whatOnlyLooksLikeAnActorIsNotLinked(String sentence, String words) {
        assertThat(Linked.of(sentence).find(words)).isEmpty();
    }

    @Test
    void unnamedMembersOfAnOrganisationActForIt() {
        Linked linked = Linked.of("NATO officials met Taliban fighters in Doha.");

        assertThat(linked.actor("NATO officials").code()).contains("NATO");
        assertThat(linked.actor("Taliban fighters").name()).isEqualTo("Taliban");
    }

    @Test
    void officeOfTheTextChoosesTheTermWhereTheArticleHasNoDate() {
        Linked linked = Linked.of("South Korean Foreign Minister Ban Ki-moon flew to Tokyo.");

        assertThat(linked.states("South Korean Foreign Minister Ban Ki-moon"))
                .containsExactly("KOR");
    }

    @Test
    void fightersAreOfTheSceneRatherThanOfWhoFightsThem() {
        Linked linked =
                Linked.of(
                        "A bomb went off in Mosul on Monday. The U.S. military said it had detained ten insurgents.");

        assertThat(linked.states("ten insurgents")).containsExactly("IRQ");
        assertThat(linked.states("it")).containsExactly("USA");
    }

    @Test
    void lookupGoesByHeadCoverAndSubtree() {
        Linked linked = Linked.of("Two Iraqi officials met the Swedish envoy.");
        var sentence = linked.sentences.get(0);
        var officials = sentence.token(2);

        assertThat(linked.mentions.at(sentence, officials))
                .contains(linked.mention("Two Iraqi officials"));
        assertThat(linked.mentions.covering(sentence, sentence.token(1)))
                .contains(linked.mention("Two Iraqi officials"));
        assertThat(linked.mentions.under(sentence, officials))
                .contains(linked.mention("Two Iraqi officials"), linked.mention("Iraqi"))
                .doesNotContain(linked.mention("the Swedish envoy"));
        assertThat(linked.mentions.at(sentence, sentence.token(0))).isEmpty();
    }

    @Test
    void sameArticleGivesTheSameMentions() {
        String text = "Iraq warned Sweden. It said its embassy in Stockholm was closed.";

        assertThat(Linked.of(text).mentions.all()).isEqualTo(Linked.of(text).mentions.all());
    }

    @Test
    void strangeTextsAreReadWithoutFailing() {
        for (String text :
                new String[] {
                    "…—!?",
                    "«»\"'“”",
                    "🙂🙂 🙂",
                    "Ирак и Швеция",
                    "''''s 's",
                    "- - -",
                    "(((",
                    "U.S.-",
                    "and , and"
                }) {
            assertThat(Linked.of(text).mentions.all()).isNotNull();
        }
    }

    @Test
    void fieldOfAnOfficeStandsBetweenItAndTheName() {
        Linked linked =
                Linked.of(
                        "Assistant Secretary of State for African Affairs Connie Marsh flew to Sudan.");

        Actor envoy = linked.actor("Assistant Secretary of State for African Affairs Connie Marsh");

        assertThat(envoy.name()).isEqualTo("Connie Marsh");
        assertThat(envoy.state().flatMap(Actor::code)).contains("USA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ethnic Albanians in southern Serbia want a vote. | Albanians | SRB",
                "His Japanese counterpart spoke in Seoul. | His Japanese counterpart | JPN",
                "China's state-run media praised the step. | China's state-run media | CHN",
                "A former OPEC official warned Kuwait. | A former OPEC official | -",
                "Demonstrators marched through the German town of Kehl. | Demonstrators | DEU",
                "The rebel Lord's Resistance Army freed two girls. | The rebel | UGA",
                "European foreign ministers met. | European foreign ministers | -",
                "Two Marines were freed. | Two Marines | USA"
            })
    void wordsAroundARoleTellItsState(String sentence, String words, String state) {
        assertThat(Linked.of(sentence).states(words)).containsExactly(state);
    }

    @Test
    void ministersOfTwoStatesAreTwoActors() {
        Linked linked = Linked.of("The foreign ministers of Japan and South Korea met.");

        assertThat(linked.states("The foreign ministers")).containsExactly("JPN", "KOR");
    }

    @Test
    void twoKoreasAreBoth() {
        assertThat(Linked.of("The two Koreas will meet in Panmunjom.").states("Koreas"))
                .containsExactlyInAnyOrder("PRK", "KOR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "International monitors visited Tbilisi in Georgia. | International monitors",
                "Foreign troops in Afghanistan were attacked. | Foreign troops",
                "Diplomats in Singapore spoke of tests. | Diplomats"
            })
    void peopleFromAbroadAreNotOfTheCountryTheyAreIn(String sentence, String words) {
        assertThat(Linked.of(sentence).states(words)).containsExactly("-");
    }

    @Test
    void datelineTellsTheCountryOfTheStory() {
        Linked linked = Linked.of("QUITO, Ecuador (AP) - Police arrested two men on Friday.");

        assertThat(linked.states("Police")).containsExactly("ECU");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ministers from the 34-nation bloc met in Lima, Peru. | nation",
                "The majority of the cases were mild in Chile. | The majority",
                "The men were brought to justice in Peru. | justice",
                "Germany's Social Democratic Party lost. | Democratic Party"
            })
    void partsOfWordsAndNamesAreNobody(String sentence, String words) {
        assertThat(Linked.of(sentence).find(words)).isEmpty();
    }

    @Test
    void abbreviationOfAStateIsTheState() {
        assertThat(Linked.of("Envoys left for the UAE on Monday.").actor("UAE").isState()).isTrue();
    }

    @Test
    void whatWasOnlyBuiltBySomebodyIsNotTheScene() {
        Linked linked =
                Linked.of("Rebels in Sri Lanka attacked. Prisoners fled from a Dutch-built fort.");

        assertThat(linked.states("Prisoners")).containsExactly("LKA");
    }

    @Test
    void islandsOfSeveralStatesAreNotThoseStates() {
        Linked linked = Linked.of("They sailed to the Coral Sea Islands in May.");

        assertThat(linked.mention("Islands").actors()).isEmpty();
    }

    @Test
    void partOfALongerNameIsNotTheKnownFront() {
        Linked linked =
                Linked.of(
                        "The National Liberation Front of Tripura attacked a police post in India.");

        assertThat(linked.mentions.all())
                .flatExtracting(Mention::actors)
                .extracting(Actor::key)
                .doesNotContain("org/FLN");
    }

    @Test
    void partOfAStatesCouncilIsNotThatOfTheUnitedNations() {
        Linked linked = Linked.of("He is deputy head of Iran's National Security Council.");

        assertThat(linked.states("Iran's National Security Council")).containsExactly("IRN");
        assertThat(linked.find("Security Council")).isEmpty();
    }

    @Test
    void partyThatAnyCountryHasIsNotThatOfACountryLeftOut() {
        Linked linked =
                Linked.of("In Zambia, the Democratic Party lost a seat. Zambian police looked on.");

        assertThat(linked.mentions.all())
                .flatExtracting(Mention::actors)
                .extracting(a -> a.state().flatMap(Actor::code).orElse("-"))
                .doesNotContain("USA");
    }

    @Test
    void partyOfTheCountryThatTheArticleNamesIsKnown() {
        Linked linked = Linked.of("U.S. lawmakers of the Democratic Party walked out.");

        assertThat(linked.states("Democratic Party")).containsExactly("USA");
    }

    @Test
    void lastNameOfAPersonIsNoTown() {
        Linked linked =
                Linked.of(
                        "Caracas received the American diplomat Thomas Shannon. A visit by Shannon had been delayed.");

        assertThat(linked.find("Shannon").flatMap(Mention::place)).isEmpty();
    }

    @Test
    void lastNameAfterAParticleIsNotTheKnownPersons() {
        Linked linked = Linked.of("The body of Jean Charles de Menezes was flown to Brazil.");

        assertThat(linked.actor("Jean Charles de Menezes").name())
                .isEqualTo("Jean Charles de Menezes");
        assertThat(linked.find("Menezes")).isEmpty();
    }

    @Test
    void countryInAnotherNameIsNoState() {
        Linked linked = Linked.of("The Copa America competition begins in Lima on Monday.");

        assertThat(linked.find("America")).isEmpty();
    }

    @Test
    void capitalBeforeABombingIsThePlace() {
        Linked linked = Linked.of("The Kabul bombing killed four. Kabul accused its neighbor.");

        assertThat(linked.mentions.all().get(0).reading()).isEqualTo(Mention.Reading.PLACE);
        assertThat(linked.mention("Kabul").reading()).isEqualTo(Mention.Reading.ACTOR);
    }

    @Test
    void americanWithAnArticleIsAPerson() {
        Linked linked =
                Linked.of("Four men, including an American and a Dane, were seized in Basra.");

        assertThat(linked.actor("American").className()).isEqualTo("Person");
        assertThat(linked.states("American")).containsExactly("USA");
    }

    @Test
    void northKoreanWithAnArticleIsAPersonNotTheState() {
        Linked linked = Linked.of("The paper says the North Korean joined some refugees.");

        assertThat(linked.actor("North Korean").isState()).isFalse();
    }

    @Test
    void codesWithDigitsAreNoOrganizations() {
        Linked linked = Linked.of("H5N1 killed a girl in Vietnam. The virus alarms the party.");

        assertThat(linked.find("H5N1")).isEmpty();
    }

    @Test
    void nameWithAWhoClauseIsAPerson() {
        Linked linked = Linked.of("He prayed for Brekkesen, who fell ill in Oslo on Monday.");

        assertThat(linked.actor("Brekkesen").className()).isEqualTo("Person");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thousands of refugees in Chad demanded food. | refugees | -",
                "Kenya ordered the refugees to leave. | the refugees | -",
                "More than 10,000 refugees have fled to Uganda from Congo. | 10,000 refugees | COD",
                "Lebanon refused to register refugees from Syria. | refugees | SYR",
                "Chad took in Sudanese refugees. | Sudanese refugees | SDN",
                "Tourists in Egypt were attacked. | Tourists | -",
                "Foreign workers in Oman protested. | Foreign workers | -",
                "Students in Belgrade protested. | Students | SRB",
                "Nearly 70 people have died in Asia after Vietnam closed a clinic. | Nearly 70 people | -",
                "Christians marched after Chad banned a play. | Christians | -"
            })
    void whereStrangersAreTellsNothingOfWhoseTheyAre(String text, String words, String state) {
        assertThat(Linked.of(text).states(words)).containsExactly(state);
    }

    @Test
    void officialsOfAnotherPlaceAreNotThoseWhoSpokeBefore() {
        Linked linked =
                Linked.of(
                        "Chinese officials said the birds died. In Indonesia, officials say hundreds of chickens died.");

        assertThat(linked.states("officials")).containsExactly("IDN");
    }

    @Test
    void europeanMinistersAreNamedAsSuchAndOfNoState() {
        Actor ministers = Linked.of("European ministers met in Cairo.").actor("European ministers");

        assertThat(ministers.name()).isEqualTo("European ministers");
        assertThat(ministers.state()).isEmpty();
        assertThat(ministers.isAbroad()).isTrue();
    }

    @Test
    void fullNameThatTwoPresidentsShareIsTheOneOfTheDay() {
        String text = "President George Bush spoke.";

        assertThat(Linked.of(text, LocalDate.of(2006, 5, 1)).actor("President George Bush").name())
                .isEqualTo("George W. Bush");
        assertThat(Linked.of(text, LocalDate.of(1990, 5, 1)).actor("President George Bush").name())
                .isEqualTo("George Bush");
    }

    @Test
    void townOfABasedBodyIsThePlace() {
        Linked linked = Linked.of("A London-based institute says Chad built a road.");

        assertThat(linked.mention("London").isPlace()).isTrue();
    }

    @Test
    void lastNameInALongerUnknownNameIsNobodyElses() {
        Linked linked =
                Linked.of(
                        "Attorney General Abdul Rahman Saleh spoke in Jakarta, and Yemen listened.",
                        LocalDate.of(2006, 5, 1));

        assertThat(linked.mentions.all())
                .noneMatch(m -> m.actors().stream().anyMatch(a -> a.name().contains("Abdullah")));
    }

    @Test
    void governmentOfASpokesmanIsHisOwn() {
        Linked linked =
                Linked.of(
                        "Italy said Italian police would help Italy's envoy. Afghan spokesman Jamal Noor said the government had called.");

        assertThat(linked.states("the government")).containsExactly("AFG");
    }

    @Test
    void rebelsWhomOneStateAccusesAnotherOfArmingAreOfNeither() {
        Linked linked = Linked.of("The United States accused Iran of arming rebels.");

        assertThat(linked.states("rebels")).containsExactly("-");
    }

    @Test
    void unknownWordThatOpensASentenceIsSomebodyWhereOnlySomebodyActsSo() {
        assertThat(Linked.of("Mwangi denied the charges.").actor("Mwangi").className())
                .isEqualTo("Person");
        assertThat(Linked.of("Turnout doubled in Chad.").find("Turnout")).isEmpty();
    }
}
