package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.demarche.entity.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does what to whom, how real, on which condition and on whose word. */
class EventExtractorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Norway condemned Belarus on Monday.                                          | ACCUSE NOR>BLR
                    Belarus was condemned by Norway on Monday.                                   | ACCUSE NOR>BLR
                    Norway's condemnation of Belarus came on Monday.                             | ACCUSE NOR>BLR
                    The condemnation of Belarus by Norway came on Monday.                        | ACCUSE NOR>BLR
                    Norway and Latvia condemned Belarus.                                         | ACCUSE LVA+NOR>BLR
                    Norway condemned Belarus and Serbia.                                         | ACCUSE NOR>BLR+SRB
                    Norway, which condemned Belarus on Monday, is a quiet kingdom.               | ACCUSE NOR>BLR
                    The Norwegian foreign minister condemned the Belarusian government.          | ACCUSE NOR>BLR
                    Police in Kenya arrested two Ugandan traders.                                | COERCE KEN>UGA
                    Angola and Zambia held talks in Lusaka.                                      | CONSULT AGO+ZMB>-
                    The talks between Angola and Zambia began in Lusaka.                         | CONSULT AGO+ZMB>-
                    Taliban fighters were involved in clashes with Pakistani troops.             | ASSAULT AFG+PAK>PAK
                    Hundreds of monks rally across Myanmar to condemn the junta.                 | PROTEST MMR>MMR
                    Chad expelled the French ambassador.                                         | SANCTION TCD>FRA
                    """)
    void actorAndRecipientAreFoundThroughTheSyntax(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).contains(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Portugal will send medicine to Angola.             | AGREE PRT>AGO Planned
                    Peru will not release the Chilean sailors.         | REJECT PER>CHL
                    Chad plans to impose a curfew on its border towns. | THREATEN TCD>TCD Planned
                    The two presidents of Chad and Niger will meet.    | AGREE NER+TCD>- Planned
                    """)
    void whatIsOnlyAnnouncedIsCodedAsPromiseRefusalOrThreat(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).contains(event);
    }

    @Test
    void demandThatIsSentIsNoPartOfItself() {
        assertThat(
                        Coded.text(
                                        "The mayor of Lima says the demands sent by villagers have helped.")
                                .brief())
                .noneMatch(e -> e.startsWith("THREATEN"));
        assertThat(Coded.text("The demands sent to Peru by Chile were ignored.").brief())
                .contains("REQUEST CHL>PER");
    }

    @Test
    void wishIsNoThreat() {
        assertThat(Coded.text("A Chadian lawmaker wants to expel the French envoy.").brief())
                .noneMatch(e -> e.startsWith("THREATEN"));
        assertThat(Coded.text("The minister proposed to cut ties with Peru.").brief())
                .noneMatch(e -> e.startsWith("THREATEN"));
    }

    @Test
    void purposeOfAnActIsNoPromise() {
        assertThat(
                        Coded.text("Kenya sent a judge to the border to free the Somali herders.")
                                .brief())
                .noneMatch(e -> e.startsWith("AGREE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mali did not expel the French envoy.                              | SANCTION MLI>FRA Denied
                    Mali may expel the French envoy.                                  | SANCTION MLI>FRA Possible
                    Mali is considering the expulsion of the French envoy.            | SANCTION MLI>FRA Possible
                    France prevented the imposition of Nigerian sanctions on Mali.     | SANCTION NGA>MLI Denied
                    """)
    void negationModalsAndVerbsAboveDecideHowRealAnEventIs(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).contains(event);
    }

    @Test
    void threatHasItsContentAndItsCondition() {
        Coded coded =
                Coded.text(
                        "Turkey threatened to recall its ambassador from Denmark if Danish"
                                + " extremists burn another Quran.");

        Event threat = coded.the("THREATEN");
        assertThat(threat.contents()).hasSize(1);
        assertThat(coded.at(threat.contents().get(0)).type().name())
                .isEqualTo("RecallOfAmbassador");
        assertThat(coded.at(threat.contents().get(0)).factuality()).isEqualTo(Factuality.POSSIBLE);
        assertThat(threat.conditions()).hasSize(1);
        assertThat(coded.at(threat.conditions().get(0)).type().name()).isEqualTo("Desecration");
    }

    @Test
    void conditionOfAContentIsNoContent() {
        Coded coded =
                Coded.text(
                        "Russia threatened to take military action if Poland deploys missiles in"
                                + " the east.");

        Event threat = coded.the("THREATEN");
        assertThat(threat.contents())
                .extracting(k -> coded.at(k).type().plover())
                .containsExactly("ASSAULT");
        assertThat(threat.conditions())
                .extracting(k -> coded.at(k).type().plover())
                .containsExactly("MOBILIZE");
    }

    @Test
    void accusationMakesWhatIsAllegedPossible() {
        Coded coded = Coded.text("Sudan accused Chad of arming rebels in Darfur.");

        Event accusation = coded.the("ACCUSE");
        assertThat(coded.brief()).contains("ACCUSE SDN>TCD");
        assertThat(coded.at(accusation.contents().get(0)).factuality())
                .isEqualTo(Factuality.POSSIBLE);
    }

    @Test
    void speakerAndOutletStandInOrder() {
        Event event =
                Coded.text(
                                "Kenya expelled two Somali diplomats, a Kenyan minister told"
                                        + " Reuters.")
                        .the("SANCTION");

        assertThat(event.attributions())
                .extracting(a -> a.kind())
                .startsWith(Attribution.Kind.SAID_BY);
        assertThat(event.attributions().get(0).source().state().flatMap(Actor::code))
                .contains("KEN");
    }

    @Test
    void placeAndDayStandWithTheEvent() {
        Event event =
                Coded.text("Crowds stormed the Danish embassy in Baghdad on Tuesday.")
                        .the("PROTEST");

        assertThat(event.place().orElseThrow().name()).isEqualTo("Baghdad");
        assertThat(event.date().orElseThrow().value()).contains("2023-07-18");
    }

    @Test
    void harmIsCountedWithTheAttackThatDidIt() {
        Coded coded =
                Coded.text(
                        "A bomber struck a Pakistani convoy on Saturday, killing 24 soldiers and"
                                + " wounding thirty.");

        assertThat(coded.brief()).hasSize(1);
        assertThat(coded.the("ASSAULT").quantities())
                .isEqualTo(
                        new Quantities(
                                OptionalInt.empty(), OptionalInt.of(24), OptionalInt.of(30)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hundreds of students marched in Nairobi.             | 100
                    Tens of thousands of Chileans marched in Santiago.   | 10000
                    Some 2,500 Kenyans marched in Mombasa.               | 2500
                    Two thousand teachers marched in Quito.              | 2000
                    Two dozen monks marched in Rangoon.                  | 24
                    """)
    void crowdHasItsSize(String sentence, int size) {
        assertThat(Coded.text(sentence).the("PROTEST").quantities().size()).hasValue(size);
    }

    @Test
    void nounThatTellsOfTheSameEventIsFurtherEvidence() {
        Coded coded =
                Coded.text("Rebels attacked a Malian post at dawn, and the attack lasted an hour.");

        assertThat(coded.brief()).hasSize(1);
        assertThat(coded.the("ASSAULT").evidence())
                .extracting(Evidence::triggerWords)
                .containsExactly("attacked", "attack");
    }

    @Test
    void bareNounTakesTheSidesOfTheEventToldBefore() {
        Coded coded = Coded.text("Oman and Yemen held talks on Sunday. The talks lasted an hour.");

        assertThat(coded.brief()).containsExactly("CONSULT OMN+YEM>-", "CONSULT OMN+YEM>-");
    }

    @Test
    void bareNounOfAnotherStateDoesNotTakeTheSidesOfTheEventToldBefore() {
        assertThat(Coded.text("Eritrea attacked Ethiopia on Sunday. Mali's raids go on.").brief())
                .contains("ASSAULT MLI>-");
    }

    @Test
    void otherSideIsNotTakenFromFarAbove() {
        String quiet = "The harvest was good. ".repeat(6);

        assertThat(Coded.text("Iran accused Britain of spying. Iran denied the charge.").brief())
                .contains("REJECT IRN>GBR");
        assertThat(
                        Coded.text(
                                        "Norway met with Peru. "
                                                + quiet
                                                + "Norway expressed full support.")
                                .brief())
                .contains("SUPPORT NOR>-");
    }

    @Test
    void whoeverPreventsOrSurvivesAnAttackDoesNotAttack() {
        assertThat(Coded.text("Kenyan guards prevented an attack on the Somali embassy.").brief())
                .containsExactly("ASSAULT ->SOM Denied");
        assertThat(Coded.text("The Chadian minister survived a raid on Monday.").brief())
                .noneMatch(e -> e.startsWith("ASSAULT TCD"));
    }

    @Test
    void whoIsSomewhereOnAVisitVisits() {
        assertThat(Coded.text("Peru's minister is in Quito on a visit.").brief())
                .containsExactly("CONSULT PER>ECU");
    }

    @Test
    void officialDoesNotSpeakToTheOwnState() {
        assertThat(
                        Coded.text(
                                        "Kenya has its doubts. Its foreign minister said on Friday that"
                                                + " no country should buy its security at the cost of others.")
                                .brief())
                .contains("REQUEST KEN>-");
    }

    @Test
    void fightingWithoutSidesIsOfTheStateThatItGoesOnIn() {
        assertThat(Coded.text("Heavy fighting continued in Aleppo on Monday.").brief())
                .containsExactly("ASSAULT SYR>-");
    }

    @Test
    void subjectThatNobodyKnowsIsNotReplacedByAnotherWord() {
        assertThat(Coded.text("Instead he traveled to Oman.").brief())
                .noneMatch(e -> e.startsWith("CONSULT OMN"));
    }

    @Test
    void quotationOfSeveralSentencesKeepsItsSpeaker() {
        Event refusal =
                Coded.text(
                                "\"We will not sign the treaty. The map is wrong,\" Kenyan"
                                        + " Foreign Minister Raychelle Omamo said.")
                        .the("REJECT");

        assertThat(refusal.attributions())
                .extracting(a -> a.source().name())
                .containsExactly("Raychelle Omamo");
        assertThat(refusal.actors()).extracting(Actor::name).containsExactly("Raychelle Omamo");
    }

    @Test
    void actOfSomebodyUnknownIsNotTakenForTheStates() {
        assertThat(
                        Coded.text("A spokesman of Kenya said some have accused the government.")
                                .brief())
                .isEmpty();
    }

    @Test
    void promiseHasTheActAsItsContent() {
        Coded coded = Coded.text("Uganda will withdraw its troops from Congo.");

        Event promise = coded.the("AGREE");
        Event act = coded.the("RETREAT");

        assertThat(promise.contents()).containsExactly(act.key());
        assertThat(act.factuality()).isEqualTo(Factuality.PLANNED);
        assertThat(act.actors()).isEqualTo(promise.actors());
        assertThat(promise.evidence().get(0).quote())
                .isEqualTo("Uganda will withdraw its troops from Congo");
        assertThat(act.evidence().get(0).quote()).isEqualTo("withdraw its troops from Congo");
    }

    @Test
    void namelessSpeakerGivesNoAttribution() {
        assertThat(Coded.text("Kenya condemned the raid on the camp.").the("ACCUSE").attributions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Togo condemned what it called Ghana's illegal fishing.                                 | ACCUSE TGO>GHA
                    Togo blamed Ghana for the bombing of a bridge.                                         | ASSAULT GHA>- Possible
                    Chad threatened to retaliate if Libyan troops cross the dunes.                         | THREATEN TCD>LBY
                    Chad recalled its envoy and severed ties with Libya.                                   | SANCTION TCD>LBY
                    Chad moved two battalions to its frontier with Niger.                                  | MOBILIZE TCD>NER
                    Turkish artillery shelled a ridge in Syria.                                            | ASSAULT TUR>SYR
                    Peruvian students threw paint at the Chilean embassy.                                  | PROTEST PER>CHL
                    Togo's police closed two newspapers.                                                   | COERCE TGO>TGO
                    Sudan sent tens of thousands of soldiers to Eritrea.                                   | MOBILIZE SDN>ERI
                    Malta is close to an agreement with Libya on fish.                                     | AGREE LBY+MLT>LBY
                    Ethiopian rockets killed three Eritreans near the dunes.                               | ASSAULT ETH>ERI
                    Nine Eritreans were killed in Ethiopian attacks.                                       | ASSAULT ETH>ERI
                    Thirty villagers were killed in clashes between Malian rebels and Malian police.        | ASSAULT MLI>MLI
                    The Nairobi bombing shocked the world.                                                 | ASSAULT ->KEN
                    Chad accused Sudan of involvement in the killing of a Chadian senator.                 | ASSAULT SDN>TCD Possible
                    Sudan was blamed for an attack in Chad.                                                | ASSAULT SDN>TCD Possible
                    A Swiss court sentenced a Dane for murdering a Swede.                                  | ASSAULT DNK>SWE
                    The kidnapping and killing of a Dutch nurse by Somali gunmen shook Utrecht.            | ASSAULT SOM>NLD
                    Chad said the two Libyan pilots would be freed.                                        | AGREE TCD>LBY Planned
                    Chad rejected Sudan's demand for an apology.                                           | REQUEST SDN>TCD
                    Chad gave Niger no money.                                                              | AID TCD>NER Denied
                    No Chilean captain criticized Peru.                                                    | ACCUSE CHL>PER Denied
                    Kenyan prosecutors charged nine Somalis with the raid that killed 30 Ugandans.         | ASSAULT ->UGA
                    Peru's army warned it may shell the town of Arica in Chile.                            | THREATEN PER>CHL
                    Vietnam is committed to opening up its markets.                                        | AGREE VNM>VNM Planned
                    Chad's army was blamed by Libya for attacks on refugees in the desert.                 | ACCUSE LBY>TCD
                    Nobody was killed by the Peruvian guards.                                              | ASSAULT PER>- Denied
                    Chad has no intention of releasing the pilots of Niger.                                | REJECT TCD>NER
                    The group of Nepalese reporters was arrested on Sunday.                                | COERCE NPL>NPL
                    A Danish forger, accused of three frauds, left Aarhus.                                 | ACCUSE DNK>DNK
                    """)
    void sidesAreFoundWhereTheRowDoesNotLook(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).contains(event);
    }

    @Test
    void refusalWithItsOwnNotIsReal() {
        assertThat(Coded.text("Chad said it would never return to the talks with Sudan.").brief())
                .contains("REJECT TCD>SDN");
        assertThat(Coded.text("Chad did not reject the offer of Sudan.").brief())
                .contains("REJECT TCD>SDN Denied");
    }

    @Test
    void nameForAnActDoesNotDenyIt() {
        assertThat(Coded.text("Chad called the bombing of a Sudanese village barbaric.").brief())
                .doesNotContain("ASSAULT ->SDN Denied")
                .anyMatch(e -> e.startsWith("ASSAULT "));
        assertThat(Coded.text("Chad called off the bombing of a Sudanese village.").brief())
                .noneMatch(e -> e.startsWith("ASSAULT ") && !e.endsWith("Denied"));
    }

    @Test
    void rareFormsAreFoundByTheirEndings() {
        assertThat(Coded.text("Libya blockaded Malta for a week.").brief())
                .contains("COERCE LBY>MLT");
        assertThat(Coded.text("Iran test-fired two missiles.").brief())
                .contains("MOBILIZE IRN>-")
                .noneMatch(e -> e.startsWith("ASSAULT"));
    }

    @Test
    void bareAccordIsTheOneThatWasSigned() {
        assertThat(
                        Coded.text(
                                        "Chad and Niger signed an accord on Monday.\n\n"
                                                + "Under the accord, the border will stay open.")
                                .brief())
                .contains("AGREE NER+TCD>-");
    }

    @Test
    void orderIsARequestAndReportIsNone() {
        assertThat(Coded.text("Chad told the Libyan envoy to read the treaty.").brief())
                .contains("REQUEST TCD>LBY");
        assertThat(Coded.text("Chad told the council that Libya was arming rebels.").brief())
                .noneMatch(e -> e.startsWith("REQUEST"));
    }

    @Test
    void eventIsNoActorOfAnother() {
        assertThat(
                        Coded.text("A visit by Chad's envoy follows two days of riots in Sudan.")
                                .brief())
                .noneMatch(e -> e.startsWith("PROTEST") && e.contains("TCD"));
    }

    @Test
    void attackIsCondemnedInItsAttackers() {
        assertThat(
                        Coded.text(
                                        "Peru condemned the attack on a Chilean mission by Bolivian rebels.")
                                .brief())
                .contains("ACCUSE PER>BOL")
                .contains("ASSAULT BOL>CHL");
    }

    @Test
    void plannedDeedIsPlannedAndHasItsAgentBeyondTheVerb() {
        assertThat(
                        Coded.text(
                                        "The mayor spoke on Monday ahead of a planned burning of the"
                                                + " Quran in Oslo by a Swedish student.")
                                .brief())
                .anyMatch(e -> e.startsWith("PROTEST SWE>") && e.endsWith("Planned"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Peru intends to hold naval exercises with Chile in May.     | AGREE PER>CHL
                    Zambia told Malawi it would retaliate.                      | THREATEN ZMB>MWI
                    Togo insisted on its demand that Ghana pay for the boats.   | REQUEST TGO>GHA
                    Togo offered to hand over to Ghana two of its sailors.      | AGREE TGO>GHA
                    Chad alleged that Sudanese planes had bombed its villages.  | ACCUSE TCD>SDN
                    """)
    void promiseThreatOrChargeConcernsWhomItsContentDoes(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).anyMatch(e -> e.startsWith(event));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The Taliban claimed responsibility for the attack on the Indian post. | ASSAULT AFG>IND
                    Oman has endorsed neither Chad nor Niger.                             | SUPPORT OMN>NER+TCD Denied
                    New Zealand expressed regret for the raids on Samoan families.        | SUPPORT NZL>WSM
                    """)
    void responsibilityRegretAndNeitherAreRead(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).contains(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A Beninese ferry capsized on Monday, killing nine people.",
                "Chilean officials warned that the river could rise again.",
                "Togo's mayors refused to give any details on the festival.",
                "The storm left two Cuban sailors dead."
            })
    void accidentsForecastsAndSilenceAreNoEvents(String sentence) {
        assertThat(Coded.text(sentence).brief()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Togo's prime minister refused to meet Ghana's visiting vice president in Lome.   | REJECT TGO>GHA
                    Mali's police opened fire to disperse Malian students, killing one of them.      | ASSAULT MLI>MLI
                    China's arrest of two Canadian traders made news in Hanoi.                       | COERCE CHN>CAN
                    Peru sent three loads of rice to Bolivia on Monday.                              | AID PER>BOL
                    The lifting of sanctions on Myanmar by Japan surprised the traders.              | RETREAT JPN>MMR
                    The Kenyan sailor was found guilty by a Greek court on Monday.                   | COERCE GRC>KEN
                    An explosion outside the Jordanian embassy tore a hole in the wall.              | ASSAULT ->JOR
                    Iran's missile strike on the Iraqi city of Erbil wrecked a villa.                | ASSAULT IRN>IRQ
                    Sudan's refusal to leave the Chadian village angered nobody.                     | REJECT SDN>TCD
                    Panama has no intention of paying Cuba for the sugar.                            | REJECT PAN>CUB
                    Qatar laid the blame squarely on Oman for the fire in its embassy.               | ACCUSE QAT>OMN
                    The Chilean leader Gabriel Boric and Peruvian President Dina Boluarte met today. | CONSULT CHL+PER>-
                    """)
    void whoIsMeantIsFoundBelowWhatCarriesIt(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).anyMatch(e -> e.startsWith(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A leopard killed a herdsman in the hills of Nepal.",
                "Locusts attacked the maize in the south of Zambia.",
                "The Scottish side invaded Welsh territory from the kick-off.",
                "The Chilean goalkeeper saved two penalties and Peru attacked in vain.",
                "The opera about the siege of a Maltese fort moved its listeners in Berlin.",
                "Shares in Oslo were battered for a third day.",
                "The vaccine did well in a trial in Chad, doctors said."
            })
    void beastsSportAndTheStageWageNoWar(String sentence) {
        assertThat(Coded.text(sentence).brief()).isEmpty();
    }

    @Test
    void explainNamesWhatDoesNoSuchActAndWhatTheSentenceIsAbout() {
        assertThat(Coded.text("A leopard killed a herdsman in Nepal.").reasons())
                .anyMatch(r -> r.equals("'leopard' does no such act"));
        assertThat(Coded.text("The goalkeeper launched an attack on Peru.").reasons())
                .anyMatch(r -> r.equals("the sentence speaks of sport: 'goalkeeper'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Three years of fighting between rebels have killed forty thousand Peruvians.            | ASSAULT PER>PER
                    A Chilean drone killed two Bolivian herders.                                           | ASSAULT CHL>BOL
                    """)
    void meansAndAmountsOfViolenceDoKill(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).anyMatch(e -> e.startsWith(event));
    }

    @Test
    void bombAtAMatchIsAnAttack() {
        assertThat(
                        Coded.text("A bomb killed two Kenyan boys at a football match in Kampala.")
                                .brief())
                .contains("ASSAULT ->KEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Chad called on Niger in a letter to free two of its herders.             | REQUEST TCD>NER
                    A Mongolian team that spent a week in Rome met Italian ministers.        | CONSULT ITA+MNG>ITA
                    Kenya said Lusaka and Lilongwe plan to open a joint customs post.        | AGREE MWI+ZMB>-
                    The relatives of Danish soldiers killed in Mali met the Danish minister. | ASSAULT ->DNK
                    """)
    void treesThatTheParserGetsWrongAreMended(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).contains(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    French Rafale fighters bombed a Malian village.              | ASSAULT FRA>MLI
                    Vietnam's Communist Party chief arrived in Laos on Monday.   | CONSULT VNM>LAO
                    Zapotec Indians demonstrated in the Mexican city of Oaxaca.  | PROTEST MEX>MEX
                    Indian troops have been moved to the border with Nepal.      | MOBILIZE IND>NPL
                    Six Dutch tanks were delivered to the Ukrainian army.        | AID NLD>UKR
                    """)
    void whoseTroopsAndPeopleTheyAreIsReadFromAfar(String sentence, String event) {
        assertThat(Coded.text(sentence).brief()).contains(event);
    }

    @Test
    void whatSuchActorsDoIsNoEventButAHeadlineIs() {
        assertThat(Coded.text("Armies that shell their own villages rarely win.").reasons())
                .contains("tells what such actors do, not what one did");
        assertThat(Coded.text("Rebels shell village near the border").brief())
                .anyMatch(e -> e.startsWith("ASSAULT"));
        assertThat(Coded.text("The army that shelled the village left on Monday.").brief())
                .anyMatch(e -> e.startsWith("ASSAULT"));
    }
}
