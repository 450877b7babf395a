package org.demarche.event;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Nearest;
import org.demarche.source.Problems;
import org.demarche.source.Table;

/**
 * Which type is right for an event of the gold: its own, and what {@code data/grammar/scoring.tsv}
 * accepts besides, as for "they will meet" the agreement to meet.
 */
public final class AcceptedTypes {
    static final String FILE = "data/grammar/scoring.tsv";

    private final Set<Accepted> others;

    private record Accepted(String gold, Factuality factuality, String coded) {}

    private AcceptedTypes(Set<Accepted> others) {
        this.others = Set.copyOf(others);
    }

    /**
     * Reads the table.
     *
     * @throws org.demarche.source.InputException for types and factualities that there are not
     */
    public static AcceptedTypes load(DataFiles files, Ontology ontology) {
        Problems problems = new Problems();
        Set<String> types = GoldEvents.types(ontology);
        Set<Accepted> others = new HashSet<>();
        List<String> columns = List.of("gold", "factuality", "coded", "example");
        for (Table.Row row : Table.read(files, FILE, columns, problems).rows()) {
            for (String type : List.of(row.cell("gold"), row.cell("coded"))) {
                if (!types.contains(type)) {
                    problems.add(
                            row.where(),
                            "'" + type + "' is no PLOVER type" + Nearest.hint(type, types));
                }
            }
            Optional<Factuality> factuality = GoldEvents.factuality(row.cell("factuality"));
            if (factuality.isEmpty()) {
                problems.add(row.where(), GoldEvents.noFactuality(row.cell("factuality")));
            }
            factuality.ifPresent(
                    f -> others.add(new Accepted(row.cell("gold"), f, row.cell("coded"))));
        }
        problems.throwIfAny();
        return new AcceptedTypes(others);
    }

    boolean accepts(GoldEvent gold, String coded) {
        return gold.type().equals(coded)
                || others.contains(new Accepted(gold.type(), gold.factuality(), coded));
    }
}
