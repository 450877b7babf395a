package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.text.Reading.forms;
import static org.demarche.text.Reading.sentence;
import static org.demarche.text.Reading.word;

import org.junit.jupiter.api.Test;

/** The same constructions as the models read them. */
class ParsedClausesTest {
    @Test
    void whoThreatensWhatUnderWhichCondition() {
        Sentence s =
                sentence(
                        "Norway is threatening to close its embassy in Lima if the attacks continue.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.subjects(word(s, "threatening")))).containsExactly("Norway");
        assertThat(forms(clauses.subjects(word(s, "close")))).containsExactly("Norway");
        assertThat(forms(clauses.objects(word(s, "close")))).containsExactly("embassy");
        assertThat(clauses.possessor(word(s, "embassy"))).contains(word(s, "its"));
        assertThat(clauses.conditions(word(s, "close")))
                .containsExactly(new Clauses.Condition("if", word(s, "continue")));
    }

    @Test
    void twoActorsOfOneVerbAndTwoVerbsOfOneActor() {
        Sentence s =
                sentence("Portuguese and Danish officials met Thursday and signed an agreement.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.subjects(word(s, "met")))).containsExactly("officials");
        assertThat(forms(clauses.subjects(word(s, "signed")))).containsExactly("officials");
        assertThat(forms(clauses.objects(word(s, "signed")))).containsExactly("agreement");
    }

    @Test
    void namesInARowAreAllSubjects() {
        Sentence s = sentence("Peru, Chile and Bolivia condemned the coup.");

        assertThat(forms(Clauses.of(s).subjects(word(s, "condemned"))))
                .containsExactly("Peru", "Chile", "Bolivia");
    }

    @Test
    void agentOfAPassive() {
        Sentence s = sentence("Two diplomats were expelled by the Kenyan government on Monday.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.logicalSubjects(word(s, "expelled"))))
                .containsExactly("government");
        assertThat(forms(clauses.logicalObjects(word(s, "expelled")))).containsExactly("diplomats");
    }

    @Test
    void dayAfterByIsNoAgent() {
        Sentence s = sentence("The prisoners were released by Friday.");

        assertThat(forms(Clauses.of(s).agents(word(s, "released")))).doesNotContain("Friday");
    }

    @Test
    void participleAfterANounIsPassive() {
        Sentence s = sentence("Rebels backed by Chad attacked the town.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.logicalObjects(word(s, "backed")))).containsExactly("Rebels");
        assertThat(forms(clauses.logicalSubjects(word(s, "backed")))).containsExactly("Chad");
        assertThat(forms(clauses.subjects(word(s, "attacked")))).containsExactly("Rebels");
    }

    @Test
    void reportedClauseKnowsItsSpeaker() {
        Sentence s = sentence("Ghana said on Tuesday that it had recalled its ambassador.");

        var reports = Clauses.of(s).reports(word(s, "recalled"));

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).speaker()).contains(word(s, "Ghana"));
        assertThat(reports.get(0).word()).isEqualTo(word(s, "said"));
    }

    @Test
    void speakerAfterTheClause() {
        Sentence s = sentence("The talks have failed, a spokesman said.");

        var reports = Clauses.of(s).reports(word(s, "failed"));

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).speaker()).contains(word(s, "spokesman"));
    }

    @Test
    void accordingToNamesASource() {
        Sentence s = sentence("According to officials, the troops crossed the border.");

        assertThat(Clauses.of(s).reports(word(s, "crossed")))
                .extracting(r -> r.speaker().orElseThrow().form())
                .containsExactly("officials");
    }

    @Test
    void futureAndNegation() {
        Sentence s = sentence("Egypt will not attend the summit.");
        Clauses clauses = Clauses.of(s);

        assertThat(clauses.tense(word(s, "attend"))).isEqualTo(Clauses.Tense.FUTURE);
        assertThat(clauses.negated(word(s, "attend"))).isTrue();
        assertThat(clauses.modal(word(s, "attend"))).contains(word(s, "will"));
    }

    @Test
    void notOnlyIsNoNegation() {
        Sentence s = sentence("Egypt not only attended the summit but also paid for it.");

        assertThat(Clauses.of(s).negated(word(s, "attended"))).isFalse();
    }

    @Test
    void nobodyMakesTheClauseNegative() {
        Sentence s = sentence("No soldiers were killed in the raid.");

        assertThat(Clauses.of(s).negated(word(s, "killed"))).isTrue();
    }

    @Test
    void accusedDoesWhatItIsAccusedOf() {
        Sentence s = sentence("Rwanda accused Burundi of arming the rebels.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.subjects(word(s, "arming")))).containsExactly("Burundi");
        assertThat(forms(clauses.objects(word(s, "arming")))).containsExactly("rebels");
    }

    @Test
    void calledOnDoesWhatItIsCalledOnToDo() {
        Sentence s = sentence("The United Nations called on Yemen to release the hostages.");

        assertThat(forms(Clauses.of(s).subjects(word(s, "release")))).containsExactly("Yemen");
    }

    @Test
    void particleBelongsToItsVerb() {
        Sentence s = sentence("Malaysia broke off relations with the country.");

        assertThat(Clauses.of(s).particle(word(s, "broke"))).contains(word(s, "off"));
    }

    @Test
    void possessorAndApposition() {
        Sentence s = sentence("Canada's ambassador met Omar Haddad, the leader of the opposition.");
        Clauses clauses = Clauses.of(s);

        assertThat(clauses.possessor(word(s, "ambassador"))).contains(word(s, "Canada"));
        assertThat(forms(clauses.appositions(word(s, "Omar")))).containsExactly("leader");
        assertThat(forms(clauses.modifiers(word(s, "leader"), "of"))).containsExactly("opposition");
    }

    @Test
    void objectLeftOutOfARelativeClauseIsItsAntecedent() {
        Sentence s = sentence("The treaty that Finland rejected was signed by Latvia.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.objects(word(s, "rejected")))).containsExactly("treaty");
        assertThat(forms(clauses.subjects(word(s, "rejected")))).containsExactly("Finland");
    }

    @Test
    void planIsOfWhoHasIt() {
        Sentence s = sentence("Turkey announced plans to withdraw its forces.");

        assertThat(forms(Clauses.of(s).subjects(word(s, "withdraw")))).containsExactly("Turkey");
    }

    @Test
    void invertedConditionIsOne() {
        Sentence s = sentence("Should the talks fail, Finland will close its border.");
        Clauses clauses = Clauses.of(s);

        assertThat(clauses.conditions(word(s, "close")))
                .containsExactly(new Clauses.Condition("should", word(s, "fail")));
        assertThat(clauses.within(word(s, "close"))).isEmpty();
        assertThat(clauses.within(word(s, "talks"))).isPresent();
        assertThat(clauses.reports(word(s, "close"))).isEmpty();
    }

    @Test
    void questionIsNoCondition() {
        Sentence s = sentence("Should the talks fail?");

        assertThat(Clauses.of(s).within(word(s, "fail"))).isEmpty();
    }

    @Test
    void receiverIsNotTheGift() {
        Sentence s = sentence("Kuwait gave Jordan two ships.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.indirectObjects(word(s, "gave")))).containsExactly("Jordan");
        assertThat(forms(clauses.objects(word(s, "gave")))).contains("ships");
    }

    @Test
    void prepositionsTellPartnersFromPlaces() {
        Sentence s = sentence("The minister met with Latvian envoys in Geneva on Monday.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.obliques(word(s, "met"), "with"))).containsExactly("envoys");
        assertThat(forms(clauses.adjuncts(word(s, "met"), "in"))).containsExactly("Geneva");
        assertThat(forms(clauses.obliques(word(s, "met"), "on"))).containsExactly("Monday");
    }

    @Test
    void prepositionOfANounIsNotOneOfItsVerb() {
        Sentence s = sentence("Bolivia restored its ties with Peru.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.modifiers(word(s, "ties"), "with"))).containsExactly("Peru");
        assertThat(clauses.obliques(word(s, "restored"))).isEmpty();
    }

    @Test
    void modalIsSharedByCoordinatedVerbs() {
        Sentence s = sentence("Oman may close the border and expel the envoy.");
        Clauses clauses = Clauses.of(s);

        assertThat(clauses.modal(word(s, "close"))).contains(word(s, "may"));
        assertThat(clauses.modal(word(s, "expel"))).contains(word(s, "may"));
    }

    @Test
    void tenseGoesByTheAuxiliaries() {
        Sentence s =
                sentence(
                        "Ghana had protested, Togo protests and Benin will protest, officials said.");
        Clauses clauses = Clauses.of(s);

        assertThat(clauses.tense(word(s, "protested"))).isEqualTo(Clauses.Tense.PAST);
        assertThat(clauses.tense(word(s, "protests"))).isEqualTo(Clauses.Tense.PRESENT);
        assertThat(clauses.tense(word(s, "protest"))).isEqualTo(Clauses.Tense.FUTURE);
        assertThat(clauses.tense(word(s, "said"))).isEqualTo(Clauses.Tense.PAST);
    }

    @Test
    void clauseAfterASpeakerIsHisComplement() {
        Sentence s = sentence("The president said that Mali had signed the treaty.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.complements(word(s, "said")))).containsExactly("signed");
        assertThat(forms(clauses.governors(word(s, "signed")))).contains("said");
        assertThat(forms(clauses.subjects(word(s, "signed")))).containsExactly("Mali");
    }

    @Test
    void relativeClauseIsOfItsNounOnly() {
        Sentence s = sentence("The rebels who seized the town freed a hostage.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.relativeClauses(word(s, "rebels")))).containsExactly("seized");
        assertThat(clauses.antecedent(word(s, "seized"))).contains(word(s, "rebels"));
        assertThat(clauses.relativeClauses(word(s, "hostage"))).isEmpty();
        assertThat(clauses.antecedent(word(s, "freed"))).isEmpty();
    }

    @Test
    void negationEndsAtBut() {
        Sentence s = sentence("Serbia did not recognize Kosovo but opened an office.");
        Clauses clauses = Clauses.of(s);

        assertThat(clauses.negated(word(s, "recognize"))).isTrue();
        assertThat(clauses.negated(word(s, "opened"))).isFalse();
    }

    @Test
    void whatIsGivenInThePassiveIsTheObject() {
        Sentence s = sentence("The monks were given access to the old library.");
        Clauses clauses = Clauses.of(s);

        assertThat(forms(clauses.logicalObjects(word(s, "given")))).containsExactly("access");
        assertThat(forms(clauses.indirectObjects(word(s, "given")))).containsExactly("monks");
    }

    @Test
    void whoIsGivenTimeIsWhoWouldAct() {
        Sentence s = sentence("Chad gave Niger two days to remove the boats.");

        assertThat(forms(Clauses.of(s).subjects(word(s, "remove")))).containsExactly("Niger");
    }
}
