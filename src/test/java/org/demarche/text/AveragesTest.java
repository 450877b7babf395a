package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AveragesTest {
    private static final int CLASSES = 40;

    private static Features one(int value) {
        Features features = new Features();
        features.add(1, value);
        return features;
    }

    private static int[] scores(Linear model, int value) {
        int[] scores = new int[CLASSES];
        model.score(one(value), scores);
        return scores;
    }

    @Test
    void mixedWeightsAreTheMeanOfBoth() {
        Averages a = new Averages(CLASSES, 1);
        Averages b = new Averages(CLASSES, 1);
        Features first = one(3);
        int key = first.values()[0];
        a.add(key, 0, 2);
        a.add(key, 5, -3);
        b.add(key, 5, 1);
        b.add(key, 9, 4);

        int[] mean = scores(a.plus(b).rounded(0.5, 1), 3);

        assertThat(mean[0]).isEqualTo(1);
        assertThat(mean[5]).isEqualTo(-1);
        assertThat(mean[9]).isEqualTo(2);
    }

    @Test
    void smallWeightsAreLeftOut() {
        Averages averages = new Averages(CLASSES, 1);
        averages.add(one(3).values()[0], 1, 1.4);
        averages.add(one(3).values()[0], 2, 1.6);

        int[] scores = scores(averages.rounded(1, 2), 3);

        assertThat(scores[1]).isZero();
        assertThat(scores[2]).isEqualTo(2);
    }

    @Test
    void learnerScoresAsItsUpdatesSumUpHoweverManyClassesAFeatureHas() {
        Perceptron learner = new Perceptron(CLASSES);
        int[][] expected = new int[3][CLASSES];
        boolean[] seen = new boolean[3];
        Random random = new Random(5);

        for (int i = 0; i < 3_000; i++) {
            int value = random.nextInt(100) == 0 ? 0 : 1 + random.nextInt(2);
            int good = random.nextInt(CLASSES);
            int bad = random.nextInt(CLASSES);
            learner.update(one(value), good, bad);
            if (seen[value]) {
                expected[value][good]++;
                expected[value][bad]--;
            }
            seen[value] = true;
            learner.tick();
        }

        for (int value = 0; value < 3; value++) {
            int[] scores = new int[CLASSES];
            learner.score(one(value), scores);
            assertThat(scores).isEqualTo(expected[value]);
        }
    }
}
