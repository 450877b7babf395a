package org.demarche.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Words brought to the form in which names are compared: "al-Sudani" is "al", "Sudani"; "U.N." is
 * "UN"; "Côte d'Ivoire" is "Cote", "dIvoire"; "People's" is "People", "'s".
 */
final class Pieces {
    private final List<String> forms = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Integer> tokens = new ArrayList<>();
    private final int[] firstOfToken;

    private Pieces(int tokenCount) {
        this.firstOfToken = new int[tokenCount + 1];
    }

    /** The pieces of a name of the gazetteer. */
    static Pieces of(String name) {
        Pieces pieces = new Pieces(0);
        pieces.add(name, 0);
        return pieces;
    }

    /** The pieces of a sentence, each of which knows its token. */
    static Pieces of(Sentence sentence) {
        Pieces pieces = new Pieces(sentence.tokens().size());
        for (Token token : sentence.tokens()) {
            pieces.firstOfToken[token.index()] = pieces.size();
            pieces.add(token.form(), token.index());
        }
        pieces.firstOfToken[sentence.tokens().size()] = pieces.size();
        return pieces;
    }

    int size() {
        return forms.size();
    }

    /** With its capitals. */
    String form(int i) {
        return forms.get(i);
    }

    /** In small letters. */
    String key(int i) {
        return keys.get(i);
    }

    int token(int i) {
        return tokens.get(i);
    }

    /** The first piece of the token or, where it has none, of the next one that has. */
    int first(int token) {
        return firstOfToken[token];
    }

    private void add(String text, int token) {
        String plain = fold(text);
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '&') {
                piece.append(c);
            } else if (c == '\'' && isPossessive(plain, i)) {
                end(piece, token);
                piece.append("'s");
                i++;
            } else if (c == ',' || c == ';' || c == '(' || c == ')' || c == ':' || c == '"') {
                end(piece, token);
                piece.append(c);
                end(piece, token);
            } else if (c != '.' && c != '\'') {
                end(piece, token);
            }
        }
        end(piece, token);
    }

    private static boolean isPossessive(String text, int apostrophe) {
        int after = apostrophe + 2;
        return apostrophe + 1 < text.length()
                && (text.charAt(apostrophe + 1) == 's' || text.charAt(apostrophe + 1) == 'S')
                && (after == text.length() || !Character.isLetterOrDigit(text.charAt(after)));
    }

    private void end(StringBuilder piece, int token) {
        if (piece.length() > 0) {
            String form = piece.toString();
            forms.add(form);
            keys.add(form.toLowerCase(Locale.ROOT));
            tokens.add(token);
            piece.setLength(0);
        }
    }

    /** Whether all is ASCII. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The first piece of a name in small letters; empty where it has none. */
    static String firstKey(String name) {
        String plain = fold(name);
        int end = 0;
        while (end < plain.length() && isAsciiLetterOrDigit(plain.charAt(end))) {
            end++;
        }
        boolean whole =
                end > 0 && (end == plain.length() || " -,/".indexOf(plain.charAt(end)) >= 0);
        if (whole) {
            return plain.substring(0, end).toLowerCase(Locale.ROOT);
        }
        Pieces pieces = of(name);
        return pieces.size() == 0 ? "" : pieces.key(0);
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Without accents and with straight apostrophes. */
    private static String fold(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder();
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case '’', '‘', 'ʻ', 'ʼ', '`', '´' -> folded.append('\'');
                case 'ø' -> folded.append('o');
                case 'Ø' -> folded.append('O');
                case 'ł' -> folded.append('l');
                case 'Ł' -> folded.append('L');
                case 'ı' -> folded.append('i');
                case 'đ' -> folded.append('d');
                case 'Đ' -> folded.append('D');
                case 'ß' -> folded.append("ss");
                case 'æ' -> folded.append("ae");
                case 'Æ' -> folded.append("Ae");
                case '“', '”' -> folded.append('"');
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }
}
