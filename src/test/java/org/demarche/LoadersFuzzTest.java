package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.demarche.entity.Gazetteer;
import org.demarche.event.EventExtractor;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;

/**
 * Broken tables of actors and triggers are loaded or refused in lines that name the file, and never
 * end in an exception of another kind. The long form: {@code mvn test -Dtest=LoadersFuzzTest
 * -Djqwik.tries.default=100000}.
 */
class LoadersFuzzTest {
    private static final Ontology ONTOLOGY = Ontology.read(DataFiles.bundled());
    private static final int ROWS = 12;
    private static final Map<String, byte[]> TABLES = new TreeMap<>();
    private static final List<Path> FOLDER = new ArrayList<>();

    @BeforeContainer
    static void writeTables() throws IOException {
        FOLDER.add(Files.createTempDirectory("demarche-tables"));
        own(
                "data/gazetteer/states.tsv",
                """
                code\tname\tnames\tadjectives\tpeople\tcapital\tlat\tlong\twikidata
                SWE\tSweden\tKingdom of Sweden\tSwedish\tSwede|Swedes\tStockholm\t59.33\t18.07\tQ34
                PER\tPeru\t\tPeruvian\tPeruvian|Peruvians\tLima\t-12.05\t-77.03\tQ419
                """);
        own(
                "data/gazetteer/persons.tsv",
                """
                name\tnames\toffice\taffiliation\tsector\tfrom\tto\twikidata
                Anna Berg\tBerg\tPrime Minister\tSWE\tGOV\t2001-10-04\t2004\t
                Anna Berg\t\tForeign Minister\tHARBOURS\tGOV\t2005\t\tQ7
                """);
        own(
                "data/gazetteer/organizations.tsv",
                """
                code\tname\tnames\tclass\taffiliation\tsector\twikidata
                HARBOURS\tHarbour Council\tCouncil of Harbours\tGovernmentBody\tSWE\tGOV\t
                """);
        own(
                "data/gazetteer/places.tsv",
                """
                name\tnames\tcountry\tkind\tlat\tlong\twikidata
                Lund\tLunda|Lundia\tSWE\tcity\t55.70\t13.19\tQ2167
                """);
        own(
                "data/gazetteer/roles.tsv",
                """
                noun\tplural\tkind\tsector\tclass\tgender\tof
                ambassador\tambassadors\toffice\tGOV\tPerson\t\t
                foreign ministry\tforeign ministries\tbody\tGOV\tGovernmentBody\t\t
                """);
        for (String table : List.of("data/gazetteer/endings.tsv", "data/gazetteer/given.tsv")) {
            some(table);
        }
        DataFiles all = DataFiles.bundled();
        all.list("data/grammar", ".tsv").forEach(LoadersFuzzTest::some);
        for (String table : List.of("sanction", "threaten", "consult")) {
            some("data/lexicon/" + table + ".tsv");
        }
        for (Map.Entry<String, byte[]> table : TABLES.entrySet()) {
            write(table.getKey(), table.getValue());
        }
    }

    @AfterContainer
    static void removeTables() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.get(0))) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void own(String table, String rows) {
        TABLES.put(table, rows.getBytes(StandardCharsets.UTF_8));
    }

    /** The first rows of a table of the program; all of what others refer to. */
    private static void some(String table) {
        List<String> lines =
                DataFiles.bundled()
                        .text(table)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .limit(table.endsWith("nouns.tsv") ? Long.MAX_VALUE : ROWS)
                        .toList();
        own(table, String.join("\n", lines) + "\n");
    }

    private static void write(String table, byte[] content) throws IOException {
        Path file = FOLDER.get(0).resolve(table);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Property(seed = "20230720")
    void brokenTableIsLoadedOrRefusedWithItsName(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        String table = List.copyOf(TABLES.keySet()).get(random.nextInt(TABLES.size()));
        write(table, Mutation.of(TABLES.get(table), random));

        try {
            DataFiles files = DataFiles.at(FOLDER.get(0));
            EventExtractor.load(files, ONTOLOGY, Gazetteer.load(files));
        } catch (InputException e) {
            assertThat(e.getMessage().lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).startsWith("data/"));
        } finally {
            write(table, TABLES.get(table));
        }
    }
}
