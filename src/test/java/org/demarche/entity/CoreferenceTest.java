package org.demarche.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreferenceTest {
    @Test
    void possessivePronounIsTheSubjects() {
        Linked linked = Linked.of("Iran said its ambassador would leave Oslo.");

        assertThat(linked.states("its")).containsExactly("IRN");
        assertThat(linked.states("its ambassador")).containsExactly("IRN");
    }

    @Test
    void heIsTheMinisterAndHisGovernmentTheStates() {
        Linked linked =
                Linked.of(
                        "Norwegian Foreign Minister Halvard Brekke visited Cairo. He said his government would not sign.");

        assertThat(linked.actor("He").name()).contains("Halvard Brekke");
        assertThat(linked.states("his government")).containsExactly("NOR");
    }

    @Test
    void sheIsNotTheSpokesman() {
        Linked linked =
                Linked.of("Spokeswoman Tamar Oren met a Kenyan spokesman. She rejected the offer.");

        assertThat(linked.actor("She").name()).isEqualTo("Tamar Oren");
    }

    @Test
    void givenNameTellsWhoSheIs() {
        Linked linked =
                Linked.of(
                        "German Chancellor Angela Merkel met Russian President Vladimir Putin. She flew home on Monday.",
                        LocalDate.of(2012, 6, 1));

        assertThat(linked.actor("She").name()).isEqualTo("Angela Merkel");
    }

    @Test
    void capitalIsTheTownNamedBesideIt() {
        Linked linked = Linked.of("Rebels from Chad shelled the capital, Khartoum, on Friday.");

        assertThat(linked.mention("the capital").place()).map(Place::name).contains("Khartoum");
    }

    @Test
    void militantGroupIsTheArmedGroupNamedBefore() {
        Linked linked =
                Linked.of(
                        "Hamas fired rockets at Ashkelon. The militant group said it would go on.");

        assertThat(linked.actor("The militant group").code()).contains("HAMAS");
    }

    @Test
    void theyAreTheGroupThatActed() {
        Linked linked = Linked.of("Bolivian miners blocked the road. They threw stones at police.");

        assertThat(linked.states("They")).containsExactly("BOL");
    }

    @Test
    void whoIsTheNounBeforeTheRelativeClause() {
        Linked linked = Linked.of("The Iraqi official who resigned on Monday left Baghdad.");

        assertThat(linked.states("who")).containsExactly("IRQ");
    }

    @Test
    void theMinistryIsTheOneNamedBefore() {
        Linked linked =
                Linked.of(
                        "The Swedish Foreign Ministry summoned the Iraqi envoy. The ministry demanded an answer.");

        assertThat(linked.actor("The ministry"))
                .isEqualTo(linked.actor("The Swedish Foreign Ministry"));
    }

    @Test
    void theLeaderOfTheStateIsThePersonNamedBefore() {
        Linked linked =
                Linked.of(
                        "Iraqi Prime Minister Mohammed Shia al-Sudani flew to Oslo. The Iraqi leader met envoys.",
                        LocalDate.of(2023, 7, 20));

        assertThat(linked.actor("The Iraqi leader").name()).contains("Sudani");
    }

    @Test
    void theTwoCountriesAreTheTwoNamed() {
        Linked linked =
                Linked.of(
                        "Kenya accused Somalia of piracy. The two countries had signed a treaty.");

        assertThat(linked.states("The two countries")).containsExactlyInAnyOrder("KEN", "SOM");
    }

    @Test
    void theCountryIsTheStateNamedLast() {
        Linked linked = Linked.of("Chile expelled two diplomats. They left the country on Monday.");

        assertThat(linked.states("the country")).containsExactly("CHL");
        assertThat(linked.mention("the country").place()).flatMap(Place::country).contains("CHL");
    }

    @Test
    void lastNameIsThePersonNamedInFull() {
        Linked linked =
                Linked.of(
                        "Kenyan envoy Daniel Wekesa flew to Juba. Wekesa said the talks had failed.");

        assertThat(linked.actor("Wekesa").name()).isEqualTo("Daniel Wekesa");
        assertThat(linked.mention("Wekesa").why()).contains("named before");
    }

    @Test
    void acronymInBracketsIsTheOrganisationBeforeIt() {
        Linked linked =
                Linked.of(
                        "The Savanna Liberation Front (SLF) attacked the town. The SLF freed two soldiers.");

        assertThat(linked.actor("SLF").name()).contains("Savanna Liberation Front");
    }

    @Test
    void weInAQuotationIsWhoSpeaks() {
        Linked linked = Linked.of("\"We will not sign the accord,\" the Kenyan president said.");

        assertThat(linked.states("We")).containsExactly("KEN");
    }

    @Test
    void statementIsItsAuthors() {
        Linked linked =
                Linked.of(
                        "The Swedish Foreign Ministry said that it regretted the closure. The embassy will be moved, the statement added.");

        assertThat(linked.states("the statement")).containsExactly("SWE");
    }

    @Test
    void emptyItIsNobody() {
        assertThat(
                        Linked.of("Iraq left the talks. It is possible that they will resume.")
                                .find("It"))
                .isEmpty();
    }

    @Test
    void personIsNotIt() {
        Linked linked = Linked.of("Kenyan envoy Daniel Wekesa left. It rained.");

        assertThat(linked.find("It")).isEmpty();
    }

    @Test
    void otherPersonOfTheArticleComesBeforeTheGazetteersLastName() {
        Linked linked =
                Linked.of(
                        "U.S. Judge Federico Castro delayed the trial in Miami. Castro said more time was needed.",
                        LocalDate.of(2005, 3, 1));

        assertThat(linked.actor("Castro").name()).isEqualTo("Federico Castro");
    }

    @Test
    void familyNameAfterATitleIsWhoHeldTheOffice() {
        Linked linked =
                Linked.of(
                        "Palestinian President Abbas met Israeli envoys in Jericho.",
                        LocalDate.of(2007, 3, 1));

        assertThat(linked.actor("Palestinian President Abbas").name()).isEqualTo("Mahmoud Abbas");
    }

    @Test
    void chineseNameIsCalledByItsFirstWord() {
        Linked linked = Linked.of("Chinese envoy Lu Shaye flew to Doha. Mr. Lu carried a letter.");

        assertThat(linked.actor("Lu").name()).isEqualTo("Lu Shaye");
    }

    @Test
    void pluralDefiniteIsTheSamePluralBefore() {
        Linked linked =
                Linked.of(
                        "NATO ministers arrived on Monday. The ministers met in Brussels for two hours.");

        assertThat(linked.actor("The ministers").code()).contains("NATO");
    }

    @Test
    void secondOfficeSharesTheArticle() {
        Linked linked =
                Linked.of(
                        "Kenyan Prime Minister Daniel Wekesa resigned. The president and prime minister had quarrelled.");

        assertThat(linked.actor("prime minister").name()).isEqualTo("Daniel Wekesa");
    }

    @Test
    void reflexiveIsTheSubjectOfItsClause() {
        Linked linked =
                Linked.of(
                        "Kenyan envoy Daniel Wekesa met General Peter Mwangi, who had declared himself president.");

        assertThat(linked.actor("himself").name()).isEqualTo("Peter Mwangi");
    }

    @Test
    void bothSidesAreTheTwoStatesInQuestion() {
        Linked linked =
                Linked.of("Eritrea shelled an Ethiopian town. Both sides accepted a truce.");

        assertThat(linked.states("Both sides")).containsExactlyInAnyOrder("ERI", "ETH");
    }

    @Test
    void eachGovernmentIsEitherOfTheTwo() {
        Linked linked =
                Linked.of(
                        "Eritrea quarrels with Ethiopia. Each government has deported thousands.");

        assertThat(linked.states("Each government")).containsExactlyInAnyOrder("ERI", "ETH");
    }

    @Test
    void bothBeforeAThingIsNobody() {
        assertThat(Linked.of("Peru and Chile closed two ports. Both ports lie idle.").find("Both"))
                .isEmpty();
    }

    @Test
    void thePalestinianGroupIsTheOneNamedBefore() {
        Linked linked =
                Linked.of("Hamas won the vote. The Palestinian militant group will not disarm.");

        assertThat(linked.actor("The Palestinian militant group").code()).contains("HAMAS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bank has made it harder to send money abroad.",
                "Iraq left. It was believed that the envoys had fled.",
                "Iraq left. It was the first time that the talks failed.",
                "Iraq left. It is unclear whether the envoys will return.",
                "Iraq left. It seems that the envoys have fled."
            })
    void emptySubjectsAndObjectsAreNobody(String text) {
        Linked linked = Linked.of(text);

        assertThat(linked.mentions.all())
                .noneMatch(m -> m.span().of(linked.text).equalsIgnoreCase("it"));
    }

    @Test
    void countryThatAForeignerVisitsIsNotHisOwn() {
        Linked linked =
                Linked.of(
                        "A bomb shook the Iraqi capital. Later a U.S. official visited the country.");

        assertThat(linked.states("the country")).containsExactly("IRQ");
    }

    @Test
    void soldiersThatAStateHasAbroadAreItsOwn() {
        assertThat(Linked.of("Denmark has 500 troops in Iraq.").states("500 troops"))
                .containsExactly("DNK");
    }

    @Test
    void governmentIsThatOfTheStoryAlsoWhereTheSentenceIsElsewhere() {
        Linked linked =
                Linked.of(
                        "Honduras closed its airport on Friday. Envoys of Honduras wept. The lawyer told friends in Washington that the government would jail him.");

        assertThat(linked.states("the government")).containsExactly("HND");
        assertThat(linked.mention("the government").why()).contains("story");
    }

    @Test
    void thoseCountriesThatAClauseDescribesAreNotTheTwoInQuestion() {
        assertThat(
                        Linked.of(
                                        "Peru and Chile met. Experts warned those countries that buy arms.")
                                .find("those countries"))
                .isEmpty();
    }

    @Test
    void bothCountriesAreFirstTheTwoOfTheSentence() {
        Linked linked =
                Linked.of(
                        "The United States sold jets to India. Indian and Pakistani papers feared unrest in both countries.");

        assertThat(linked.states("both countries")).containsExactlyInAnyOrder("IND", "PAK");
    }

    @Test
    void spokesmanIsOfTheBodyThatSpokeBefore() {
        Linked linked =
                Linked.of(
                        "The Israeli army says Palestinian gunmen shelled a farm near Nablus. A spokesman said nobody was hurt.");

        assertThat(linked.states("A spokesman")).containsExactly("ISR");
    }

    @Test
    void officialsWhoSpeakOnAreThoseWhoSpokeBefore() {
        Linked linked =
                Linked.of(
                        "Senior Kenyan police officials said soldiers caught a smuggler. Officials said he had robbed Somalis.");

        assertThat(linked.states("Officials")).containsExactly("KEN");
    }

    @Test
    void officialsWhoDoNotSpeakAreNotThoseWhoSpoke() {
        Linked linked =
                Linked.of(
                        "Kenyan officials said the road was closed. Rebels in Somalia shot at officials.");

        assertThat(linked.states("officials")).containsExactly("SOM");
    }

    @Test
    void possessiveOfAnOpenClauseIsWhomItIsSaidOf() {
        Linked linked =
                Linked.of(
                        "Pakistan's finance chief says the International Monetary Fund will help the country pay its debts.");

        assertThat(linked.states("its")).containsExactly("PAK");
    }

    @Test
    void possessiveOfTheMainClauseStaysTheSubjects() {
        Linked linked = Linked.of("France asked Mali to receive its envoy. Its envoy had waited.");

        assertThat(linked.states("Its")).containsExactly("FRA");
    }

    @Test
    void objectPronounIsNotWhoSpeaks() {
        Linked linked =
                Linked.of(
                        "Kenyan officials say guards fired at Somali demonstrators to disperse them.");

        assertThat(linked.states("them")).containsExactly("SOM");
    }

    @Test
    void memberNotTheParliamentIsWho() {
        Linked linked =
                Linked.of(
                        "Police arrested a Hamas member of the Palestinian parliament who had been released.");

        assertThat(linked.actor("who").code()).contains("HAMAS");
    }

    @Test
    void capitalOfAProvinceIsTheTownThatItDescribes() {
        Linked linked =
                Linked.of("Peshawar, the capital of the province, was hit by floods in Pakistan.");

        assertThat(linked.mention("the capital").place().map(Place::name)).contains("Peshawar");
    }

    @Test
    void pontiffIsThePopeNamedBefore() {
        Linked linked = Linked.of("Pope John Paul II fell ill. The pontiff was 84.");

        assertThat(linked.actor("The pontiff")).isEqualTo(linked.actor("Pope John Paul II"));
    }

    @Test
    void lastNameThatOpensASentenceIsThePersonNamedBefore() {
        Linked linked =
                Linked.of(
                        "Police in Lima arrested the lawyer Daniel Wekesa. Wekesa underwent surgery.");

        assertThat(linked.actor("Wekesa").name()).isEqualTo("Daniel Wekesa");
    }

    @Test
    void whatTheAccusedViolatesIsTheAccusers() {
        Linked linked = Linked.of("Kenya accused Somalia of violating its border.");

        assertThat(linked.states("its")).containsExactly("KEN");
    }

    @Test
    void objectOfTheVerbBeforeIsThePronounOfTheNext() {
        Linked mission =
                Linked.of("Peru objects that a crowd stormed the Chilean embassy and damaged it.");
        Linked thing = Linked.of("Peru says that a soldier broke a window and threw it away.");

        assertThat(mission.states("it")).containsExactly("CHL");
        assertThat(thing.find("it")).isEmpty();
    }

    @Test
    void soldiersWhoAreDescribedAreOthersThanThoseBefore() {
        Linked linked =
                Linked.of(
                        "France keeps soldiers in Niger. French soldiers stayed in Niger's camps."
                                + " Niger's capital was calm. Niger's shops were open."
                                + " The soldiers who seized power in Niger spoke.");

        assertThat(linked.states("The soldiers")).containsExactly("NER");
    }

    @Test
    void ministryIsOfTheStateOfItsSeat() {
        Linked linked =
                Linked.of(
                        "The Norwegian Foreign Ministry spoke. The Foreign Ministry in Moscow replied.");

        assertThat(linked.states("The Foreign Ministry")).containsExactly("RUS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Greek coast guard said the ship sank after it hit a mine.",
                "Peru fired a missile on Monday. It landed in Chile.",
                "Iran said the plane was shot down because it had left its route.",
                "The cruise ship left Italy and it reached Libya.",
                "Togo said it was an isolated event."
            })
    void itOfShipsMissilesAndEventsIsNoActor(String text) {
        Linked linked = Linked.of(text);

        assertThat(linked.find("it").or(() -> linked.find("It"))).isEmpty();
    }

    @Test
    void itOfWhoeverActsIsStillTheActor() {
        assertThat(Linked.of("Ghana said it was a party to the treaty.").states("it"))
                .containsExactly("GHA");
        assertThat(Linked.of("Ghana closed the border after it was attacked.").states("it"))
                .containsExactly("GHA");
        assertThat(Linked.of("Ghana said it would weigh new sanctions.").states("it"))
                .containsExactly("GHA");
    }

    @Test
    void hisIsTheSubjectsOfTheClause() {
        Linked linked =
                Linked.of(
                        "Envoy Carl Brandvold said Minister Peter Osei had paid for his own ticket.");

        assertThat(linked.actor("his").name()).isEqualTo("Peter Osei");
    }

    @Test
    void whoIsCalledSheIsNotCalledHeLater() {
        Linked linked =
                Linked.of(
                        "Commissioner Kim Dahlberg met Minister Jan Rooke in Oslo. Dahlberg said she would return. "
                                + "He thanked the hosts.");

        assertThat(linked.actor("He").name()).isEqualTo("Jan Rooke");
    }

    @Test
    void newStatementIsNotThatOfWhoSpokeBefore() {
        Linked linked =
                Linked.of(
                        "Kenyan officials announced a plan. A separate statement told of delays.");

        assertThat(linked.find("A separate statement")).isEmpty();
    }

    @Test
    void bodyIsKnownByTheTellingWordOfItsName() {
        Linked linked =
                Linked.of(
                        "Amnesty International accused Togo of torture. Togo denied that. Amnesty named ten victims.");

        assertThat(linked.actor("Amnesty").code()).contains("AMNESTY");
        assertThat(linked.actor("Amnesty").state()).isEmpty();
    }

    @Test
    void newspaperIsKnownByTheLastWordOfItsName() {
        Linked linked =
                Linked.of("The Washington Post published a letter. The Post quotes two aides.");

        assertThat(linked.actor("Post").name()).isEqualTo("Washington Post");
    }

    @Test
    void theNorthIsTheKoreaThatIsNamed() {
        Linked linked =
                Linked.of(
                        "South Korea offered rice to North Korea. The aid will reach the North in May.");

        assertThat(linked.states("North")).containsExactly("PRK");
    }

    @Test
    void theNorthOfOtherCountriesIsNoState() {
        Linked linked = Linked.of("Rebels in Uganda attacked the North on Monday.");

        assertThat(linked.find("North").flatMap(m -> m.actors().stream().findFirst())).isEmpty();
    }

    @Test
    void stormAndItsNameAloneAreNobody() {
        Linked linked =
                Linked.of(
                        "Hurricane Ofelia struck Belize on Monday. On Tuesday Ofelia killed two people.");

        assertThat(linked.find("Hurricane Ofelia")).isEmpty();
        assertThat(linked.find("Ofelia")).isEmpty();
    }

    @Test
    void twoSidesAreThoseThatWereOneSubject() {
        Linked linked =
                Linked.of(
                        "Israeli Prime Minister Ehud Olmert and Jordanian King Abdullah met in Cairo. The two sides agreed with American President George Bush.");

        assertThat(linked.states("The two sides")).containsExactly("ISR", "JOR");
    }

    @Test
    void heOfAClauseBeforeIsTheSubjectBehindIt() {
        Linked linked =
                Linked.of(
                        "Attorney General Musa Okoth spoke. If he is found guilty, Mr. Foreman could lose his post.");

        assertThat(linked.actor("he").name()).isEqualTo("Foreman");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The U.S. military left. The offensive is in its third day.",
                "Togo sent aid. The strike went into its second week."
            })
    void itsOfAThingIsNoActor(String text) {
        assertThat(Linked.of(text).find("its")).isEmpty();
    }

    @Test
    void itIsTheVehicleNotItsOwner() {
        Linked linked = Linked.of("Gunmen stole an AU vehicle, using it to flee.");

        assertThat(linked.find("it")).isEmpty();
    }

    @Test
    void ministersAreBothWhoMet() {
        Linked linked =
                Linked.of(
                        "Japan's foreign minister met his Chinese counterpart. The ministers signed an agreement.");

        assertThat(linked.states("The ministers")).containsExactly("JPN", "CHN");
    }

    @Test
    void charityIsTheAidGroupNotTheUnion() {
        Linked linked =
                Linked.of(
                        "Oxfam sent rice, and the European Union paid. The charity urged Yemen to open its ports.");

        assertThat(linked.actor("The charity").code()).contains("OXFAM");
    }

    @Test
    void brotherOfNobodyKnownIsOfNoState() {
        Linked linked =
                Linked.of("Israel's army said it had shelled a house. His brother was arrested.");

        assertThat(linked.states("His brother")).containsExactly("-");
    }
}
