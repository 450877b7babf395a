package org.demarche.source;

/** Words of the user's input in a message: a whole file that is taken for a date stays one line. */
public final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    /** The words in quotes, without line ends, the end of a long text left out. */
    public static String of(String words) {
        String line = words.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() > LONGEST ? "'" + line.substring(0, LONGEST) + "…'" : "'" + line + "'";
    }
}
