package org.demarche.source;

import java.util.ArrayList;
import java.util.List;

/** The problems of some files, gathered while they are read, so that all are reported at once. */
public final class Problems {
    private final List<String> lines = new ArrayList<>();

    /**
     * Notes one problem: {@code data/gazetteer/states.tsv:7: latitude '91.2' is not in -90..90}.
     */
    public void add(SourceLine where, String what) {
        // A cell that is quoted may hold a line's end of another system.
        lines.add(where + ": " + Quote.oneLine(what));
    }

    /** Takes over what another reading found. */
    public void add(InputException problems) {
        lines.add(problems.getMessage());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Ends the reading if anything was noted. */
    public void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new InputException(String.join("\n", lines));
        }
    }
}
