package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OracleTest {
    /** Follows best moves to the end; at random among those that are equally good. */
    private static int[] follow(int[] heads, Configuration c, long seed) {
        int[] labels = new int[heads.length];
        Oracle oracle = new Oracle(heads, labels);
        boolean[] good = new boolean[3];
        Random random = new Random(seed);
        while (!c.done()) {
            oracle.mark(c, 1, good);
            int move = random.nextInt(3);
            while (!good[move]) {
                move = (move + 1) % 3;
            }
            Parser.apply(c, move, 1);
        }
        return Arrays.copyOf(c.heads, heads.length);
    }

    @Test
    void bestMovesMakeTheGoldTree() {
        int[] heads = {1, 2, 7, 4, 2, 6, 4};

        for (long seed = 0; seed < 20; seed++) {
            assertThat(follow(heads, new Configuration(7), seed)).isEqualTo(heads);
        }
    }

    @Test
    void afterAMistakeOnlyWhatItCostIsLost() {
        int[] heads = {1, 2, 7, 4, 2, 6, 4};
        Configuration c = new Configuration(7);
        c.shift();
        c.shift();
        c.right(0); // word 1 under word 0: wrong, word 0 can no longer hang on word 1

        int[] found = follow(heads, c, 3);

        assertThat(agreeing(found, heads)).isEqualTo(heads.length - 2);
    }

    @Test
    void crossingArcsCostAsLittleAsPossible() {
        int[] heads = {2, 3, 4, 4, 5};

        int[] found = follow(heads, new Configuration(5), 1);

        assertThat(agreeing(found, heads)).isEqualTo(4);
    }

    @Test
    void noSearchFindsMoreOfTheGoldTree() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int words = 2 + random.nextInt(5);
            List<Integer> whole = anyMoves(words, 2 * words, random);
            int[] gold = Arrays.copyOf(after(whole, words).heads, words);
            List<Integer> start = anyMoves(words, random.nextInt(2 * words), random);
            int possible = most(start, gold);

            int[] found = follow(gold, after(start, words), i);

            assertThat(agreeing(found, gold)).isEqualTo(possible);
        }
    }

    private static List<Integer> anyMoves(int words, int count, Random random) {
        List<Integer> moves = new ArrayList<>();
        Configuration c = new Configuration(words);
        for (int i = 0; i < count && !c.done(); i++) {
            int move = random.nextInt(3);
            while (!allowed(c, move)) {
                move = (move + 1) % 3;
            }
            Parser.apply(c, move, 1);
            moves.add(move);
        }
        return moves;
    }

    private static Configuration after(List<Integer> moves, int words) {
        Configuration c = new Configuration(words);
        moves.forEach(move -> Parser.apply(c, move, 1));
        return c;
    }

    private static boolean allowed(Configuration c, int move) {
        return move == 0 ? c.canShift() : move == 1 ? c.canLeft() : c.canRight();
    }

    private static int most(List<Integer> moves, int[] gold) {
        Configuration c = after(moves, gold.length);
        if (c.done()) {
            return agreeing(c.heads, gold);
        }
        int most = 0;
        for (int move = 0; move < 3; move++) {
            if (allowed(c, move)) {
                List<Integer> longer = new ArrayList<>(moves);
                longer.add(move);
                most = Math.max(most, most(longer, gold));
            }
        }
        return most;
    }

    private static int agreeing(int[] found, int[] gold) {
        int right = 0;
        for (int i = 0; i < gold.length; i++) {
            right += found[i] == gold[i] ? 1 : 0;
        }
        return right;
    }
}
