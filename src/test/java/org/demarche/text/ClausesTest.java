package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.text.Reading.forms;
import static org.demarche.text.Reading.tree;
import static org.demarche.text.Reading.word;

import org.junit.jupiter.api.Test;

class ClausesTest {
    private static final Sentence THREAT =
            tree(
                    """
                    Iraq Iraq PROPN NNP 9 nsubj
                    , , PUNCT , 4 punct
                    which which PRON WDT 4 nsubj
                    condemned condemn VERB VBD 1 acl:relcl
                    the the DET DT 6 det
                    burning burning NOUN NN 4 obj
                    , , PUNCT , 1 punct
                    is be AUX VBZ 9 aux
                    threatening threaten VERB VBG 0 root
                    to to PART TO 11 mark
                    sever sever VERB VB 9 xcomp
                    ties tie NOUN NNS 11 obj
                    with with ADP IN 14 case
                    Sweden Sweden PROPN NNP 12 nmod
                    if if SCONJ IN 17 mark
                    it it PRON PRP 17 nsubj
                    goes go VERB VBZ 11 advcl
                    ahead ahead ADV RB 17 advmod
                    """);

    private static final Sentence PASSIVE =
            tree(
                    """
                    The the DET DT 2 det
                    embassy embassy NOUN NN 4 nsubj:pass
                    was be AUX VBD 4 aux:pass
                    stormed storm VERB VBN 0 root
                    and and CCONJ CC 6 cc
                    burned burn VERB VBN 4 conj
                    by by ADP IN 8 case
                    soldiers soldier NOUN NNS 6 obl:agent
                    and and CCONJ CC 10 cc
                    protesters protester NOUN NNS 8 conj
                    on on ADP IN 12 case
                    Friday Friday PROPN NNP 6 obl
                    """);

    @Test
    void relativePronounStandsForItsAntecedent() {
        Clauses clauses = Clauses.of(THREAT);

        assertThat(forms(clauses.subjects(word(THREAT, "condemned")))).containsExactly("Iraq");
        assertThat(clauses.antecedent(word(THREAT, "condemned"))).contains(word(THREAT, "Iraq"));
        assertThat(forms(clauses.relativeClauses(word(THREAT, "Iraq"))))
                .containsExactly("condemned");
        assertThat(clauses.relativeClauses(word(THREAT, "Sweden"))).isEmpty();
    }

    @Test
    void infinitiveHasTheSubjectOfItsVerb() {
        Clauses clauses = Clauses.of(THREAT);
        Token sever = word(THREAT, "sever");

        assertThat(forms(clauses.subjects(sever))).containsExactly("Iraq");
        assertThat(forms(clauses.objects(sever))).containsExactly("ties");
        assertThat(forms(clauses.adjuncts(sever, "with"))).containsExactly("Sweden");
        assertThat(clauses.obliques(sever)).isEmpty();
        assertThat(clauses.tense(sever)).isEqualTo(Clauses.Tense.INFINITIVE);
        assertThat(forms(clauses.governors(sever))).containsExactly("threatening");
    }

    @Test
    void conditionIsFoundFromBothSides() {
        Clauses clauses = Clauses.of(THREAT);

        assertThat(clauses.conditions(word(THREAT, "sever")))
                .containsExactly(new Clauses.Condition("if", word(THREAT, "goes")));
        assertThat(clauses.within(word(THREAT, "it")))
                .contains(new Clauses.Condition("if", word(THREAT, "goes")));
        assertThat(clauses.within(word(THREAT, "sever"))).isEmpty();
        assertThat(clauses.conditions(word(THREAT, "goes"))).isEmpty();
    }

    @Test
    void coordinatedPassivesShareSubjectAndAgents() {
        Clauses clauses = Clauses.of(PASSIVE);

        for (String verb : new String[] {"stormed", "burned"}) {
            Token predicate = word(PASSIVE, verb);
            assertThat(clauses.passive(predicate)).isTrue();
            assertThat(forms(clauses.subjects(predicate))).containsExactly("embassy");
            assertThat(forms(clauses.agents(predicate))).containsExactly("soldiers", "protesters");
            assertThat(forms(clauses.logicalSubjects(predicate)))
                    .containsExactly("soldiers", "protesters");
            assertThat(forms(clauses.logicalObjects(predicate))).containsExactly("embassy");
            assertThat(clauses.tense(predicate)).isEqualTo(Clauses.Tense.PAST);
        }
    }

    @Test
    void byOfAnActiveVerbIsNoAgent() {
        Sentence sentence =
                tree(
                        """
                        Troops troop NOUN NNS 2 nsubj
                        left leave VERB VBD 0 root
                        by by ADP IN 4 case
                        sea sea NOUN NN 2 obl
                        """);

        Clauses clauses = Clauses.of(sentence);

        assertThat(clauses.agents(word(sentence, "left"))).isEmpty();
        assertThat(forms(clauses.obliques(word(sentence, "left"), "by"))).containsExactly("sea");
    }

    @Test
    void clauseLeavesOutTheClausesInsideIt() {
        Clauses clauses = Clauses.of(THREAT);

        assertThat(forms(clauses.clause(word(THREAT, "threatening"))))
                .containsExactly("Iraq", ",", "is", "threatening");
        assertThat(clauses.predicate(word(THREAT, "burning"))).isEqualTo(word(THREAT, "condemned"));
        assertThat(clauses.predicate(word(THREAT, "Sweden"))).isEqualTo(word(THREAT, "sever"));
    }

    @Test
    void prepositionOfSeveralWordsIsOne() {
        Sentence sentence =
                tree(
                        """
                        Crowds crowd NOUN NNS 2 nsubj
                        gathered gather VERB VBD 0 root
                        in in ADP IN 7 case
                        front front NOUN NN 3 fixed
                        of of ADP IN 3 fixed
                        the the DET DT 7 det
                        embassy embassy NOUN NN 2 obl
                        """);

        Clauses clauses = Clauses.of(sentence);

        assertThat(forms(clauses.obliques(word(sentence, "gathered"), "in front of")))
                .containsExactly("embassy");
    }

    @Test
    void objectOfUrgingDoesWhatIsUrged() {
        Sentence sentence =
                tree(
                        """
                        Iraq Iraq PROPN NNP 2 nsubj
                        urged urge VERB VBD 0 root
                        Sweden Sweden PROPN NNP 2 obj
                        to to PART TO 5 mark
                        stop stop VERB VB 2 xcomp
                        it it PRON PRP 5 obj
                        """);

        assertThat(forms(Clauses.of(sentence).subjects(word(sentence, "stop"))))
                .containsExactly("Sweden");
    }

    @Test
    void promiserDoesWhatIsPromised() {
        Sentence sentence =
                tree(
                        """
                        Iraq Iraq PROPN NNP 2 nsubj
                        promised promise VERB VBD 0 root
                        Sweden Sweden PROPN NNP 2 obj
                        to to PART TO 5 mark
                        stop stop VERB VB 2 xcomp
                        """);

        assertThat(forms(Clauses.of(sentence).subjects(word(sentence, "stop"))))
                .containsExactly("Iraq");
    }

    @Test
    void negationIsSharedByOr() {
        Sentence sentence =
                tree(
                        """
                        Iraq Iraq PROPN NNP 4 nsubj
                        did do AUX VBD 4 aux
                        not not PART RB 4 advmod
                        confirm confirm VERB VB 0 root
                        or or CCONJ CC 6 cc
                        deny deny VERB VB 4 conj
                        it it PRON PRP 6 obj
                        """);

        Clauses clauses = Clauses.of(sentence);

        assertThat(clauses.negated(word(sentence, "confirm"))).isTrue();
        assertThat(clauses.negated(word(sentence, "deny"))).isTrue();
        assertThat(forms(clauses.objects(word(sentence, "confirm")))).containsExactly("it");
    }
}
