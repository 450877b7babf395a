package org.demarche.graph;

/**
 * What read the articles: version 0.1.0 of the program with the data files of one hash.
 *
 * @param dataHash of the data files, in hexadecimal digits
 */
public record Provenance(String softwareVersion, String dataHash) {
    public Provenance {
        if (softwareVersion.isBlank() || dataHash.isBlank()) {
            throw new IllegalArgumentException(
                    "bad run '" + softwareVersion + "' '" + dataHash + "'");
        }
    }
}
