package org.demarche.source;

/** Words of the user's input in a message: a whole file that is taken for a date stays one line. */
public final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    /** The words in quotes, without line ends, the end of a long text left out. */
    public static String of(String words) {
        String line = oneLine(words);
        return line.length() > LONGEST ? "'" + line.substring(0, LONGEST) + "…'" : "'" + line + "'";
    }

    /** A message without the line ends that quoted input may hold. */
    static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
