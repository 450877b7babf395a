package org.demarche.cli;

/** The command line: {@code demarche build article.txt}. */
public final class Cli {
    private Cli() {}

    public static void main(String[] args) {
        System.out.println("demarche");
    }
}
