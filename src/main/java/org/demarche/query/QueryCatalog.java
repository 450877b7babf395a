package org.demarche.query;

import java.util.List;
import java.util.Optional;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;
import org.demarche.source.Problems;

/** The saved queries of {@code queries/*.rq}. */
public final class QueryCatalog {
    private static final String FOLDER = "queries";
    private static final String SUFFIX = ".rq";

    private final DataFiles files;

    public QueryCatalog(DataFiles files) {
        this.files = files;
    }

    /** The names of all, sorted; no file is opened. */
    public List<String> names() {
        return files.list(FOLDER, SUFFIX).stream()
                .map(f -> f.substring(FOLDER.length() + 1, f.length() - SUFFIX.length()))
                .toList();
    }

    /**
     * The query of a name; the other files are not opened.
     *
     * @throws InputException with the nearest name where there is none, or with all that is wrong
     *     in the file
     */
    public SavedQuery query(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new InputException(
                    "no saved query '"
                            + name
                            + "'"
                            + Nearest.hint(name, names)
                            + "; `demarche queries` lists them");
        }
        Problems problems = new Problems();
        Optional<SavedQuery> query = read(name, problems);
        problems.throwIfAny();
        return query.orElseThrow();
    }

    /**
     * All of them, by name.
     *
     * @throws InputException with all that is wrong in all files
     */
    public List<SavedQuery> queries() {
        Problems problems = new Problems();
        List<SavedQuery> queries =
                names().stream().flatMap(name -> read(name, problems).stream()).toList();
        problems.throwIfAny();
        return queries;
    }

    private Optional<SavedQuery> read(String name, Problems problems) {
        String file = FOLDER + "/" + name + SUFFIX;
        return new SavedQueryReader(file, files.text(file), problems).read();
    }
}
