package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final String STORY =
            """
            Norway expelled two Peruvian envoys on Monday after a court in Bergen found that they had
            paid a clerk of the fisheries ministry for drafts of the quota talks. The foreign minister
            said the two had until Friday to leave, and that the embassy would stay open. Lima called
            the charge baseless and summoned the Norwegian ambassador, who is to be heard on Tuesday.
            Trade between the two countries has grown fourfold since the accord of Trondheim.
            """;

    private static boolean isCopy(String one, String other) {
        Set<String> shared = new HashSet<>(Wording.keys(one));
        shared.retainAll(Wording.keys(other));
        return !shared.isEmpty();
    }

    @Test
    void storyThatIsPrintedWithSmallChangesIsACopy() {
        assertThat(isCopy(STORY, STORY.toUpperCase(java.util.Locale.ROOT))).isTrue();
        assertThat(isCopy(STORY, STORY.replace('\n', ' ').replace("fourfold", "five times")))
                .isTrue();
        assertThat(isCopy(STORY, "OSLO (Test Wire) - " + STORY + "Copyright 2021 Test Wire."))
                .isTrue();
    }

    @Test
    void anotherStoryOfTheSameEventIsNoCopy() {
        String other =
                """
                Two diplomats of Peru must leave Norway by the end of the week, its foreign minister told
                reporters on Monday. Judges had found them guilty of bribing an official to see papers on
                the fishing quota. Peru denied it and called in Norway's ambassador. The embassy of Peru
                in Oslo goes on working, and both sides said that the accord on trade was not touched.
                """;

        assertThat(isCopy(STORY, other)).isFalse();
    }

    @Test
    void ofAFewWordsNothingIsSaid() {
        assertThat(Wording.keys("Envoys met in Oslo.")).isEmpty();
        assertThat(Wording.keys("")).isEmpty();
    }

    @Test
    void shareOfTheSameWordsDecides() {
        Random random = new Random(1);
        int near = 0;
        int far = 0;
        for (int pair = 0; pair < 300; pair++) {
            List<String> words = new ArrayList<>();
            random.ints(200, 0, 5_000).forEach(word -> words.add("w" + word));
            List<String> edited = new ArrayList<>(words);
            edited.set(60, "x");
            edited.set(140, "y");
            List<String> rewritten = new ArrayList<>(words.subList(0, 60));
            random.ints(140, 0, 5_000).forEach(word -> rewritten.add("w" + word));
            near += isCopy(String.join(" ", words), String.join(" ", edited)) ? 1 : 0;
            far += isCopy(String.join(" ", words), String.join(" ", rewritten)) ? 1 : 0;
        }

        assertThat(near).isGreaterThanOrEqualTo(298);
        assertThat(far).isLessThan(10);
    }
}
