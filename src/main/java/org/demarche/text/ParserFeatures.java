package org.demarche.text;

import java.util.List;

/**
 * What the parser looks at before each move: the words and tags about the stack's top and the next
 * word, their dependents, distances, and these joined by twos and threes. After Zhang and Nivre
 * 2011, with templates for prepositions, commas and clause markers.
 */
final class ParserFeatures {
    private static final int ABSENT = 0x1F123BB5;

    private final int words;
    private final int[] word;
    private final int[] tag;
    private final int[] coarse;

    /** How many verbs, commas and the like, and quotation marks stand before a word. */
    private final int[] verbs;

    private final int[] commas;
    private final int[] quotes;
    private final Features features = new Features();

    ParserFeatures(List<String> forms, List<String> tags) {
        words = forms.size();
        word = new int[words + 1];
        tag = new int[words + 1];
        coarse = new int[words + 1];
        for (int i = 0; i < words; i++) {
            word[i] = Features.hash(Words.normal(forms.get(i)));
            tag[i] = Features.hash(tags.get(i));
            String joint = tags.get(i);
            coarse[i] = Features.hash(joint, 0, joint.indexOf('|'));
        }
        verbs = before(forms, tags, "VERB", "");
        commas = before(forms, tags, "", ",;:-()\u2013\u2014");
        quotes = before(forms, tags, "", "\"\u201C\u201D");
        word[words] = 7;
        tag[words] = 7;
        coarse[words] = 7;
    }

    private static int[] before(List<String> forms, List<String> tags, String upos, String marks) {
        int[] counts = new int[forms.size() + 2];
        for (int i = 0; i < forms.size(); i++) {
            boolean counted =
                    upos.isEmpty()
                            ? forms.get(i).length() == 1 && marks.contains(forms.get(i))
                            : tags.get(i).startsWith(upos);
            counts[i + 1] = counts[i] + (counted ? 1 : 0);
        }
        counts[forms.size() + 1] = counts[forms.size()];
        return counts;
    }

    /** How many of the counted stand between two words, 2 for more. */
    private static int between(int[] counts, int left, int right) {
        return left < 0 || right <= left ? 3 : Math.min(2, counts[right] - counts[left + 1]);
    }

    private int w(int i) {
        return i < 0 || i > words ? ABSENT : word[i];
    }

    private int p(int i) {
        return i < 0 || i > words ? ABSENT : tag[i];
    }

    private int u(int i) {
        return i < 0 || i > words ? ABSENT : coarse[i];
    }

    private static int distance(int from, int to) {
        if (from < 0 || to < 0) {
            return 0;
        }
        int d = to - from;
        return d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : 7;
    }

    private static int fold(long set) {
        return (int) (set ^ (set >>> 32) * 0x9E3779B1L);
    }

    Features of(Configuration c) {
        Features f = features;
        f.clear();
        int s0 = c.stacked(0);
        int s1 = c.stacked(1);
        int s2 = c.stacked(2);
        int b0 = c.next;
        int b1 = b0 + 1;
        int b2 = b0 + 2;
        int b3 = b0 + 3;
        int s0w = w(s0);
        int s0p = p(s0);
        int s1w = w(s1);
        int s1p = p(s1);
        int s2w = w(s2);
        int s2p = p(s2);
        int b0w = w(b0);
        int b0p = p(b0);
        int b1w = w(b1);
        int b1p = p(b1);
        int b2w = w(b2);
        int b2p = p(b2);
        int t = 1;
        f.add(t++, 0);
        // single words
        f.add(t++, s0w, s0p);
        f.add(t++, s0w);
        f.add(t++, s0p);
        f.add(t++, s1w, s1p);
        f.add(t++, s1w);
        f.add(t++, s1p);
        f.add(t++, s2w, s2p);
        f.add(t++, s2p);
        f.add(t++, b0w, b0p);
        f.add(t++, b0w);
        f.add(t++, b0p);
        f.add(t++, b1w, b1p);
        f.add(t++, b1w);
        f.add(t++, b1p);
        f.add(t++, b2w);
        f.add(t++, b2p);
        f.add(t++, w(b3));
        f.add(t++, p(b3));
        // twos
        f.add(t++, s0w, s0p, b0w, b0p);
        f.add(t++, s0w, s0p, b0w);
        f.add(t++, s0w, b0w, b0p);
        f.add(t++, s0w, s0p, b0p);
        f.add(t++, s0p, b0w, b0p);
        f.add(t++, s0w, b0w);
        f.add(t++, s0p, b0p);
        f.add(t++, s1w, s1p, s0w, s0p);
        f.add(t++, s1w, s1p, s0w);
        f.add(t++, s1w, s0w, s0p);
        f.add(t++, s1w, s1p, s0p);
        f.add(t++, s1p, s0w, s0p);
        f.add(t++, s1w, s0w);
        f.add(t++, s1p, s0p);
        f.add(t++, s1w, b0w);
        f.add(t++, s1p, b0p);
        f.add(t++, s1w, b0p);
        f.add(t++, s1p, b0w);
        f.add(t++, b0w, b1w);
        f.add(t++, b0p, b1p);
        f.add(t++, b0w, b1p);
        f.add(t++, b0p, b1w);
        f.add(t++, s0p, b1p);
        f.add(t++, s0w, b1p);
        f.add(t++, s0p, b1w);
        f.add(t++, s0w, b1w);
        f.add(t++, s2p, s0p);
        f.add(t++, s2w, s0p);
        f.add(t++, s2p, b0p);
        f.add(t++, s2w, b0p);
        f.add(t++, s2p, b0w);
        // threes
        f.add(t++, s0p, b0p, b1p);
        f.add(t++, b0p, b1p, b2p);
        f.add(t++, s0p, b1p, b2p);
        f.add(t++, s0p, b0p, b1p, b2p);
        f.add(t++, s1p, s0p, b0p);
        f.add(t++, s1p, s0p, b0p, b1p);
        f.add(t++, s2p, s1p, s0p);
        f.add(t++, s2p, s1p, s0p, b0p);
        f.add(t++, s0w, b0p, b1p);
        f.add(t++, s0p, b0w, b1p);
        f.add(t++, s0p, b0p, b1w);
        f.add(t++, s1w, s0p, b0p);
        f.add(t++, s1p, s0w, b0p);
        f.add(t++, s1p, s0p, b0w);
        f.add(t++, s1w, s0w, b0p);
        f.add(t++, s1w, s0p, b0w);
        f.add(t++, s1p, s0w, b0w);
        f.add(t++, s1w, s0w, b0w);
        f.add(t++, s1w, b0w, b1w);
        f.add(t++, s0w, b0w, b1w);
        f.add(t++, s0w, b0p, b1w);
        f.add(t++, s0w, b0w, b2w);
        f.add(t++, s1w, b0w, b1p);
        f.add(t++, s0w, b0w, b1p, b2p);
        f.add(t++, s2w, s0w, b0w);
        f.add(t++, s2p, s1p, b0p);
        // dependents
        int s0l = s0 < 0 ? -1 : c.left[s0];
        int s0l2 = s0 < 0 ? -1 : c.left2[s0];
        int s0r = s0 < 0 ? -1 : c.right[s0];
        int s0r2 = s0 < 0 ? -1 : c.right2[s0];
        int s1l = s1 < 0 ? -1 : c.left[s1];
        int s1l2 = s1 < 0 ? -1 : c.left2[s1];
        int s1r = s1 < 0 ? -1 : c.right[s1];
        int s1r2 = s1 < 0 ? -1 : c.right2[s1];
        int b0l = c.left[b0];
        int b0l2 = c.left2[b0];
        t = child(f, t, c, s0l, s0p);
        t = child(f, t, c, s0r, s0p);
        t = child(f, t, c, s1l, s1p);
        t = child(f, t, c, s1r, s1p);
        t = child(f, t, c, b0l, b0p);
        f.add(t++, p(s0l2), label(c, s0l2));
        f.add(t++, p(s0r2), label(c, s0r2));
        f.add(t++, p(s1r2), label(c, s1r2));
        f.add(t++, p(s1l2), label(c, s1l2));
        f.add(t++, p(b0l2), label(c, b0l2));
        f.add(t++, w(s0l2));
        f.add(t++, w(s0r2));
        f.add(t++, w(s1r2));
        f.add(t++, w(b0l2));
        f.add(t++, s0p, p(s0l), b0p);
        f.add(t++, s0p, p(s0r), b0p);
        f.add(t++, s0p, b0p, p(b0l));
        f.add(t++, s1p, s0p, p(s0l));
        f.add(t++, s1p, s0p, p(s0r));
        f.add(t++, s1p, p(s1l), s0p);
        f.add(t++, s1p, p(s1r), s0p);
        f.add(t++, s1p, p(s1r), b0p);
        f.add(t++, s0p, p(s0l), p(s0l2));
        f.add(t++, s0p, p(s0r), p(s0r2));
        f.add(t++, s1p, p(s1r), p(s1r2));
        f.add(t++, b0p, p(b0l), p(b0l2));
        f.add(t++, s0p, label(c, s0l), label(c, s0r));
        f.add(t++, s1p, label(c, s1l), label(c, s1r));
        f.add(t++, s1w, w(s0l), s0w);
        f.add(t++, s1w, w(s0l));
        f.add(t++, s1p, w(s0l), s0p);
        f.add(t++, s1w, w(s0l), s0p);
        f.add(t++, s0w, w(b0l), b0w);
        f.add(t++, s0w, w(b0l), b0p);
        f.add(t++, s0p, w(b0l), b0p);
        f.add(t++, s1w, label(c, s1r), s0w);
        f.add(t++, s1w, label(c, s1r), b0p);
        // valency and label sets
        int s0left = s0 < 0 ? 9 : Math.min(c.lefts[s0], 4);
        int s0right = s0 < 0 ? 9 : Math.min(c.rights[s0], 4);
        int s1right = s1 < 0 ? 9 : Math.min(c.rights[s1], 4);
        int s1left = s1 < 0 ? 9 : Math.min(c.lefts[s1], 4);
        int b0left = Math.min(c.lefts[b0], 4);
        f.add(t++, s0w, s0left);
        f.add(t++, s0p, s0left);
        f.add(t++, s0w, s0right);
        f.add(t++, s0p, s0right, b0p);
        f.add(t++, s1w, s1right);
        f.add(t++, s1p, s1right, s0p);
        f.add(t++, s1p, s1left, s0p);
        f.add(t++, b0w, b0left);
        f.add(t++, b0p, b0left);
        int s0ls = s0 < 0 ? 0 : fold(c.leftSet[s0]);
        int s0rs = s0 < 0 ? 0 : fold(c.rightSet[s0]);
        int s1ls = s1 < 0 ? 0 : fold(c.leftSet[s1]);
        int s1rs = s1 < 0 ? 0 : fold(c.rightSet[s1]);
        int b0ls = fold(c.leftSet[b0]);
        f.add(t++, s0w, s0ls);
        f.add(t++, s0p, s0ls);
        f.add(t++, s0w, s0rs);
        f.add(t++, s0p, s0rs);
        f.add(t++, s1w, s1ls);
        f.add(t++, s1p, s1ls);
        f.add(t++, s1w, s1rs);
        f.add(t++, s1p, s1rs);
        f.add(t++, b0w, b0ls);
        f.add(t++, b0p, b0ls);
        f.add(t++, s0p, s0ls, b0p);
        f.add(t++, s0p, s0rs, b0p);
        f.add(t++, s1p, s1rs, s0p);
        f.add(t++, s0p, b0p, b0ls);
        f.add(t++, s1p, s1ls, s0p, s0ls);
        // distance
        int far = distance(s0, b0);
        int apart = distance(s1, s0);
        f.add(t++, s0w, far);
        f.add(t++, s0p, far);
        f.add(t++, b0w, far);
        f.add(t++, b0p, far);
        f.add(t++, s0p, b0p, far);
        f.add(t++, s0w, b0w, far);
        f.add(t++, s1p, s0p, apart);
        f.add(t++, s1w, s0w, apart);
        f.add(t++, s0w, apart);
        f.add(t++, s1w, apart);
        // neighbours in the text
        f.add(t++, p(s0 - 1), s0p);
        f.add(t++, s0 < 0 ? ABSENT : p(s0 + 1), s0p, b0p);
        f.add(t++, p(b0 - 1), b0p);
        f.add(t++, p(b0 - 1), s0p, b0p);
        f.add(t++, w(b0 - 1), b0w);
        f.add(t++, w(b0 - 1), s0p, b0p);
        f.add(t++, s1 < 0 ? ABSENT : u(s1 + 1), u(s0 - 1), s1p, s0p);
        f.add(t++, p(s0 - 1), s1p, s0p);
        f.add(t++, w(s0 - 1), s0w);
        // how much is still open
        f.add(t++, Math.min(c.depth, 6));
        f.add(t++, Math.min(c.depth, 3), s0p, b0p);
        f.add(t++, u(s2), u(s1), u(s0), u(b0));
        f.add(t++, u(c.stacked(3)), u(s2), u(s1), u(s0));
        f.add(t++, w(words - 1), s0p, b0p);
        // verbs, commas and quotation marks between
        int v1 = between(verbs, s1, s0);
        int v0 = between(verbs, s0, b0);
        int c1 = between(commas, s1, s0);
        int c0 = between(commas, s0, b0);
        int q1 = s1 < 0 ? 2 : (quotes[s0] - quotes[s1]) & 1;
        int q0 = s0 < 0 ? 2 : (quotes[b0] - quotes[s0]) & 1;
        int inside = quotes[b0] & 1;
        f.add(t++, s1p, s0p, v1, c1);
        f.add(t++, s0p, b0p, v0, c0);
        f.add(t++, s1w, s0p, v1, c1);
        f.add(t++, s1p, s0w, v1, c1);
        f.add(t++, s0w, b0p, v0, c0);
        f.add(t++, s0p, b0w, v0, c0);
        f.add(t++, s1p, s0p, q1, inside);
        f.add(t++, s0p, b0p, q0, inside);
        f.add(t++, s1p, b0p, c1, c0);
        f.add(t, s1p, s0p, b0p, v1 * 16 + v0 * 4 + c1);
        return f;
    }

    private int child(Features f, int first, Configuration c, int child, int headTag) {
        int t = first;
        f.add(t++, w(child));
        f.add(t++, p(child));
        f.add(t++, label(c, child));
        f.add(t++, label(c, child), headTag);
        return t;
    }

    private static int label(Configuration c, int i) {
        return i < 0 ? -2 : c.labels[i];
    }
}
