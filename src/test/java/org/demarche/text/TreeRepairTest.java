package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees that a parser builds and no treebank has, each word as {@code form/UPOS/head/relation}. */
class TreeRepairTest {
    private static List<String> repaired(String... words) {
        List<String> forms = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        List<Integer> heads = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        for (String word : words) {
            String[] parts = word.split("/");
            forms.add(parts[0]);
            tags.add(parts[1].contains("|") ? parts[1] : parts[1] + "|X");
            heads.add(Integer.valueOf(parts[2]));
            relations.add(parts[3]);
        }
        Parser.Parse parse = TreeRepair.repair(forms, new Parser.Parse(tags, heads, relations));
        List<String> result = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            result.add(forms.get(i) + "/" + parse.heads().get(i) + "/" + parse.relations().get(i));
        }
        return result;
    }

    @Test
    void particleBeforeTheObjectIsNoPreposition() {
        assertThat(
                        repaired(
                                "Oslo/PROPN/1/nsubj",
                                "brushed/VERB|VBD/-1/root",
                                "aside/ADP/4/case",
                                "a/DET/4/det",
                                "plea/NOUN/1/obl"))
                .contains("aside/1/compound:prt", "plea/1/obj");
        assertThat(
                        repaired(
                                "Oslo/PROPN/1/nsubj",
                                "put/VERB|VBD/-1/root",
                                "in/ADP/3/case",
                                "place/NOUN/1/obl"))
                .contains("in/3/case", "place/1/obl");
    }

    @Test
    void neighboringSaysWhich() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "blames/VERB|VBZ/-1/root",
                                "neighboring/VERB|VBG/1/xcomp",
                                "Sudan/PROPN/2/obj"))
                .contains("neighboring/3/amod", "Sudan/1/obj");
    }

    @Test
    void namesOnBothSidesOfAndAreTwo() {
        assertThat(
                        repaired(
                                "Idriss/PROPN/6/nsubj",
                                "Deby/PROPN/0/flat",
                                "and/CCONJ/3/cc",
                                "President/PROPN/4/nmod:desc",
                                "Paul/PROPN/0/flat",
                                "Biya/PROPN/0/flat",
                                "met/VERB/-1/root"))
                .contains("Paul/0/conj", "Biya/4/flat", "and/4/cc", "Deby/0/flat");
    }

    @Test
    void conjunctOfANamePartIsOneOfTheName() {
        assertThat(
                        repaired(
                                "Idriss/PROPN/4/nsubj",
                                "Deby/PROPN/0/flat",
                                "and/CCONJ/3/cc",
                                "Chad/PROPN/1/conj",
                                "left/VERB/-1/root"))
                .contains("Chad/0/conj");
    }

    @Test
    void indirectObjectAfterAPrepositionIsAnOblique() {
        assertThat(
                        repaired(
                                "He/PRON/1/nsubj",
                                "met/VERB/-1/root",
                                "with/ADP/3/case",
                                "Deby/PROPN/1/iobj"))
                .contains("Deby/1/obl");
    }

    @Test
    void prepositionBeforeATitleIsOneBeforeTheName() {
        assertThat(
                        repaired(
                                "He/PRON/1/nsubj",
                                "met/VERB/-1/root",
                                "with/ADP/3/case",
                                "President/PROPN/4/nmod:desc",
                                "Deby/PROPN/1/iobj"))
                .contains("with/4/case", "Deby/1/obl");
    }

    @Test
    void dayBesideASubjectIsNone() {
        assertThat(repaired("Deby/PROPN/2/nsubj", "today/NOUN/2/nsubj", "signed/VERB/-1/root"))
                .contains("today/2/obl:unmarked");
        assertThat(repaired("Today/NOUN/1/nsubj", "matters/VERB/-1/root"))
                .contains("Today/1/nsubj");
    }

    @Test
    void nameAfterATitleIsNoSecondSubject() {
        assertThat(
                        repaired(
                                "Followers/NOUN/5/nsubj",
                                "of/ADP/3/case",
                                "the/DET/3/det",
                                "cleric/NOUN/0/nmod",
                                "Yusuf/PROPN/5/nsubj",
                                "marched/VERB/-1/root"))
                .contains("Yusuf/3/appos");
    }

    @Test
    void ownerOnAVerbOwnsTheNounBetween() {
        assertThat(
                        repaired(
                                "Chad/PROPN/3/nmod:poss",
                                "'s/PART/0/case",
                                "Deby/PROPN/3/nsubj",
                                "left/VERB/-1/root"))
                .contains("Chad/2/nmod:poss");
    }

    @Test
    void wellFormedTreeStaysAsItIs() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "sent/VERB/-1/root",
                                "Togo/PROPN/1/iobj",
                                "rice/NOUN/1/obj"))
                .containsExactly("Chad/1/nsubj", "sent/-1/root", "Togo/1/iobj", "rice/1/obj");
    }

    @Test
    void receiverAndGiftAreBothObjectsOfGiving() {
        assertThat(
                        repaired(
                                "Niger/PROPN/1/nsubj",
                                "gave/VERB/-1/root",
                                "envoys/NOUN/1/obj",
                                "48/NUM/4/nummod",
                                "hours/NOUN/2/obl:unmarked"))
                .contains("envoys/1/iobj", "hours/1/obj");
    }

    @Test
    void firstOfTwoObjectsOfGivingIsTheReceiver() {
        assertThat(
                        repaired(
                                "Banks/NOUN/1/nsubj",
                                "handed/VERB/-1/root",
                                "Yemen/PROPN/1/obj",
                                "a/DET/4/det",
                                "grant/NOUN/1/obj"))
                .contains("Yemen/1/iobj", "grant/1/obj");
    }

    @Test
    void nameAfterAVerbIsItsObject() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "warned/VERB/-1/root",
                                "Sudan/PROPN/1/obl:unmarked",
                                "again/ADV/1/advmod"))
                .contains("Sudan/1/obj");
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "warned/VERB/-1/root",
                                "Tuesday/PROPN/1/obl:unmarked",
                                "again/ADV/1/advmod"))
                .contains("Tuesday/1/obl:unmarked");
    }

    @Test
    void participleWithAnObjectIsTheVerbOfItsSentence() {
        assertThat(
                        repaired(
                                "Drones/NOUN/-1/root",
                                "fired/VERB|VBN/0/acl",
                                "missiles/NOUN/1/obj",
                                "Monday/PROPN/0/obl:unmarked",
                                "./PUNCT/0/punct"))
                .containsExactly(
                        "Drones/1/nsubj",
                        "fired/-1/root",
                        "missiles/1/obj",
                        "Monday/1/obl:unmarked",
                        "./1/punct");
    }

    @Test
    void participleWithoutAnObjectStaysADescription() {
        assertThat(
                        repaired(
                                "Soldiers/NOUN/-1/root",
                                "killed/VERB|VBN/0/acl",
                                "in/ADP/3/case",
                                "Iraq/PROPN/1/obl",
                                "./PUNCT/0/punct"))
                .contains("Soldiers/-1/root", "killed/0/acl");
    }

    @Test
    void speakerAtTheEndOfASentenceIsNoApposition() {
        assertThat(
                        repaired(
                                "Kenya/PROPN/1/nsubj",
                                "expelled/VERB|VBD/-1/root",
                                "diplomats/NOUN/1/obj",
                                ",/PUNCT/5/punct",
                                "a/DET/5/det",
                                "minister/NOUN/2/appos",
                                "told/VERB|VBN/5/acl",
                                "Reuters/PROPN/6/obj",
                                "./PUNCT/1/punct"))
                .contains("minister/6/nsubj", "told/1/parataxis", "Reuters/6/iobj");
    }

    @Test
    void verbAfterARelativeClauseIsTheVerbOfItsSentence() {
        assertThat(
                        repaired(
                                "Moscow/PROPN/-1/root",
                                ",/PUNCT/3/punct",
                                "which/PRON/3/nsubj",
                                "objects/VERB|VBZ/0/acl:relcl",
                                ",/PUNCT/5/punct",
                                "promised/VERB|VBN/0/acl",
                                "to/PART/7/mark",
                                "answer/VERB|VB/5/xcomp",
                                "./PUNCT/0/punct"))
                .contains("Moscow/5/nsubj", "promised/-1/root", "objects/0/acl:relcl", "./5/punct");
        assertThat(
                        repaired(
                                "Mali/PROPN/-1/root",
                                ",/PUNCT/3/punct",
                                "which/PRON/3/nsubj",
                                "objects/VERB|VBZ/0/acl:relcl",
                                ",/PUNCT/5/punct",
                                "rejected/VERB|VBD/3/conj",
                                "it/PRON/5/obj",
                                "./PUNCT/0/punct"))
                .contains("Mali/5/nsubj", "rejected/-1/root", "./5/punct");
    }

    @Test
    void finiteVerbStandsBesideTheVerbThatGovernsAnInfinitive() {
        assertThat(
                        repaired(
                                "Mali/PROPN/1/nsubj",
                                "told/VERB|VBD/-1/root",
                                "them/PRON/1/obj",
                                "to/PART/4/mark",
                                "leave/VERB|VB/1/xcomp",
                                "and/CCONJ/6/cc",
                                "denied/VERB|VBD/4/conj",
                                "it/PRON/6/obj"))
                .contains("denied/1/conj");
        assertThat(
                        repaired(
                                "Mali/PROPN/1/nsubj",
                                "wants/VERB|VBZ/-1/root",
                                "to/PART/3/mark",
                                "leave/VERB|VB/1/xcomp",
                                "and/CCONJ/5/cc",
                                "rest/VERB|VB/3/conj"))
                .contains("rest/3/conj");
    }

    @Test
    void timeBeforeAndBelongsToTheVerbBeforeIt() {
        assertThat(
                        repaired(
                                "It/PRON/1/nsubj",
                                "closed/VERB|VBD/-1/root",
                                "this/DET/3/det",
                                "month/NOUN/6/nsubj",
                                "and/CCONJ/6/cc",
                                "has/AUX/6/aux",
                                "asked/VERB|VBN/1/conj"))
                .contains("month/1/obl:unmarked");
    }

    @Test
    void participleWithASubjectAndNoAuxiliaryIsAPastTense() {
        assertThat(
                        repaired(
                                "Okello/PROPN/1/nsubj:pass",
                                "called/VERB|VBN/-1/root",
                                "for/ADP/3/case",
                                "help/NOUN/1/obl",
                                "./PUNCT/1/punct"))
                .contains("Okello/1/nsubj");
        assertThat(
                        repaired(
                                "Okello/PROPN/2/nsubj:pass",
                                "was/AUX/2/aux:pass",
                                "called/VERB|VBN/-1/root",
                                "./PUNCT/2/punct"))
                .contains("Okello/2/nsubj:pass");
    }

    @Test
    void spanOfTimeThatIsGivenIsAnObject() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "gave/VERB/-1/root",
                                "Niger/PROPN/1/iobj",
                                "a/DET/4/det",
                                "week/NOUN/1/obl:unmarked"))
                .contains("week/1/obj");
    }

    @Test
    void spanOfTimeBesideAnObjectTellsWhen() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "gave/VERB/-1/root",
                                "Niger/PROPN/1/iobj",
                                "boats/NOUN/1/obj",
                                "each/DET/5/det",
                                "week/NOUN/1/obl:unmarked"))
                .contains("week/1/obl:unmarked");
    }

    @Test
    void nameBeforeANumberIsWhoGetsWhatIsCounted() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "gave/VERB/-1/root",
                                "the/DET/5/det",
                                "Tuareg/PROPN/5/compound",
                                "ten/NUM|CD/5/nummod",
                                "days/NOUN/1/obj"))
                .contains("Tuareg/1/iobj", "the/3/det", "days/1/obj");
    }

    @Test
    void whereSomethingIsGivenBackHangsOnTheVerb() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "gave/VERB|VBD/-1/root",
                                "the/DET/3/det",
                                "drum/NOUN/1/obj",
                                "back/ADV/3/advmod",
                                "to/ADP/6/case",
                                "Niger/PROPN/3/nmod"))
                .contains("back/1/advmod", "Niger/1/obl");
    }

    @Test
    void overAfterHandedIsNoPartOfTheNumber() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "handed/VERB|VBD/-1/root",
                                "over/ADV/3/advmod",
                                "two/NUM/4/nummod",
                                "boats/NOUN/1/obj"))
                .contains("over/1/compound:prt");
    }

    @Test
    void gerundAfterAVerbThatTakesOneIsItsComplement() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "considered/VERB|VBD/-1/root",
                                "sending/VERB|VBG/1/advcl",
                                "boats/NOUN/2/obj"))
                .contains("sending/1/xcomp");
    }

    @Test
    void titleBeforeASubjectIsPartOfTheName() {
        assertThat(
                        repaired(
                                "Harbor/NOUN/1/compound",
                                "Chief/NOUN/-1/root",
                                "Osei/PROPN/3/nsubj",
                                "told/VERB|VBD/1/parataxis",
                                "reporters/NOUN/3/obj"))
                .contains("told/-1/root", "Osei/3/nsubj", "Chief/2/compound", "Harbor/1/compound");
    }

    @Test
    void finiteVerbAfterWhatIsSaidIsAClause() {
        assertThat(
                        repaired(
                                "Guards/NOUN/1/nsubj",
                                "say/VERB|VBP/-1/root",
                                "storms/NOUN/1/obj",
                                "hit/VERB|VBD/2/acl",
                                "boats/NOUN/3/obj"))
                .contains("hit/1/ccomp", "storms/3/nsubj");
    }

    @Test
    void particleAboveItsVerbStaysThere() {
        assertThat(repaired("handed/VERB|VBD/1/advcl", "over/ADV/-1/root", "boats/NOUN/1/obj"))
                .contains("over/-1/root", "handed/1/advcl");
    }

    @Test
    void nameAtTheEndHasNoNumberBehindIt() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "gave/VERB/-1/root",
                                "boats/NOUN/1/obj",
                                "Niger/PROPN/2/compound"))
                .contains("Niger/2/compound");
    }

    @Test
    void presidentBesideANamedLeaderIsAnotherSubject() {
        assertThat(
                        repaired(
                                "leader/NOUN/5/nsubj",
                                "Boric/PROPN/0/appos",
                                "and/CCONJ/4/cc",
                                "President/PROPN/4/nmod:desc",
                                "Boluarte/PROPN/1/conj",
                                "met/VERB|VBD/-1/root"))
                .contains("Boluarte/0/conj");
    }

    @Test
    void nounAfterAnObjectIsAnObjectToo() {
        assertThat(
                        repaired(
                                "Rebels/NOUN/1/nsubj",
                                "fired/VERB|VBD/-1/root",
                                "mortar/NOUN/1/obj",
                                "and/CCONJ/5/cc",
                                "tank/NOUN/5/compound",
                                "shells/NOUN/1/conj"))
                .contains("shells/2/conj");
    }

    @Test
    void verbAfterAnOwnerDescribesWhatIsOwned() {
        assertThat(
                        repaired(
                                "met/VERB|VBD/-1/root",
                                "Jordan/PROPN/0/obj",
                                "'s/PART|POS/1/case",
                                "visiting/VERB|VBG/1/acl",
                                "king/NOUN/3/obj",
                                "today/NOUN/3/obl:unmarked"))
                .contains("Jordan/4/nmod:poss", "visiting/4/amod", "king/0/obj");
        assertThat(
                        repaired(
                                "Jordan/PROPN/2/nmod:poss",
                                "'s/PART|POS/0/case",
                                "meeting/NOUN|NN/-1/root"))
                .contains("Jordan/2/nmod:poss");
    }

    @Test
    void phraseAfterAnAdverbOfMannerIsTheVerbs() {
        assertThat(
                        repaired(
                                "put/VERB|VBD/-1/root",
                                "it/PRON/0/obj",
                                "squarely/ADV/0/advmod",
                                "on/ADP/4/case",
                                "Chad/PROPN/2/obl"))
                .contains("Chad/0/obl");
    }

    @Test
    void nameHangsOnNoMarkAndNotOnItsPreposition() {
        assertThat(
                        repaired(
                                "left/VERB|VBD/-1/root",
                                "from/ADP/4/case",
                                "Sri/PROPN/1/compound",
                                "Lanka/PROPN/2/flat",
                                "./PUNCT/0/punct"))
                .contains("Sri/0/obl", "from/2/case");
    }

    @Test
    void requestIsNotWhatItsLetterIs() {
        assertThat(
                        repaired(
                                "called/VERB|VBD/-1/root",
                                "on/ADP/2/case",
                                "Peru/PROPN/0/obl",
                                "in/ADP/4/case",
                                "letters/NOUN/0/obl",
                                "to/PART/6/mark",
                                "leave/VERB|VB/4/acl"))
                .contains("leave/0/advcl");
    }

    @Test
    void tenseAfterARelativeClauseIsTheSentences() {
        assertThat(
                        repaired(
                                "team/NOUN/-1/root",
                                "that/PRON/2/nsubj",
                                "left/VERB|VBD/0/acl:relcl",
                                "Rome/PROPN/2/obj",
                                "met/VERB|VBD/2/advcl",
                                "him/PRON/4/obj",
                                "./PUNCT/0/punct"))
                .contains("met/-1/root", "team/4/nsubj");
    }

    @Test
    void planWithAnInfinitiveAfterANameIsAVerb() {
        assertThat(
                        repaired(
                                "said/VERB|VBD/-1/root",
                                "Hanoi/PROPN/2/compound",
                                "plan/NOUN|NN/0/ccomp",
                                "to/PART/4/mark",
                                "meet/VERB|VB/2/acl"))
                .contains("Hanoi/2/nsubj", "meet/2/xcomp");
        assertThat(
                        repaired(
                                "said/VERB|VBD/-1/root",
                                "his/PRON/2/nmod:poss",
                                "plan/NOUN|NN/0/ccomp",
                                "to/PART/4/mark",
                                "meet/VERB|VB/2/acl"))
                .contains("meet/2/acl");
    }

    @Test
    void verbOfWhatIsSaidDescribesNoSaying() {
        assertThat(
                        repaired(
                                "Chad/PROPN/6/nsubj",
                                "fired/VERB|VBN/6/amod",
                                "shells/NOUN/6/nsubj",
                                ",/PUNCT/6/punct",
                                "a/DET/5/det",
                                "guard/NOUN/6/nsubj",
                                "said/VERB|VBD/-1/root"))
                .contains("Chad/1/nsubj", "fired/6/ccomp", "shells/1/obj", "guard/6/nsubj");
    }

    @Test
    void participleRightAfterItsNounIsNoPastTense() {
        List<String> forms = List.of("kin", "of", "soldiers", "killed", "there", "met");
        Parser.Parse mended =
                TreeRepair.repair(
                        forms,
                        new Parser.Parse(
                                List.of(
                                        "NOUN|NNS",
                                        "ADP|IN",
                                        "NOUN|NNS",
                                        "VERB|VBD",
                                        "ADV|RB",
                                        "VERB|VBD"),
                                List.of(5, 2, 0, 2, 3, -1),
                                List.of("nsubj", "case", "nmod", "acl", "advmod", "root")));
        assertThat(mended.tags().get(3)).isEqualTo("VERB|VBN");
    }

    @Test
    void agencyWithItsNameAtTheEndSaysItAll() {
        assertThat(
                        repaired(
                                "Chad/PROPN/1/nsubj",
                                "left/VERB|VBD/-1/root",
                                ",/PUNCT/4/punct",
                                "the/DET/4/det",
                                "agency/NOUN/1/obj",
                                "TASS/PROPN/6/nsubj",
                                "reported/VERB|VBD/4/acl:relcl",
                                "./PUNCT/1/punct"))
                .contains("agency/6/nsubj", "TASS/4/appos", "reported/1/parataxis");
    }

    @Test
    void whatIsOwnedAndHasAVerbIsANoun() {
        assertThat(
                        repaired(
                                "Chad/PROPN/3/nsubj",
                                "'s/PART|POS/0/case",
                                "military/ADJ|JJ/3/advmod",
                                "warned/VERB|VBD/-1/root"))
                .contains("Chad/2/nmod:poss", "military/3/nsubj");
    }

    @Test
    void outIsAPartOfItsPreposition() {
        assertThat(
                        repaired(
                                "Troops/NOUN/1/nsubj",
                                "pull/VERB|VBP/-1/root",
                                "out/ADV|RB/1/advmod",
                                "of/ADP/4/case",
                                "Chad/PROPN/2/obl"))
                .contains("Chad/1/obl", "out/4/case", "of/2/fixed");
    }

    @Test
    void whatFollowsADirectionIsTheVerbs() {
        assertThat(
                        repaired(
                                "Troops/NOUN/1/nsubj",
                                "moved/VERB|VBD/-1/root",
                                "back/ADV|RB/1/advmod",
                                "to/ADP/4/case",
                                "Chad/PROPN/2/obl"))
                .contains("Chad/1/obl");
    }
}
