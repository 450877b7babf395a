package org.demarche.source;

/**
 * Where a statement of a data file stands: {@code data/lexicon/sanction.tsv:12}. Lines count from
 * 1.
 */
public record SourceLine(String file, int line) {
    public SourceLine {
        if (file.isBlank() || line < 1) {
            throw new IllegalArgumentException("bad source line " + file + ":" + line);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
