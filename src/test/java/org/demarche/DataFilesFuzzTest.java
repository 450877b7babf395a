package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.demarche.entity.Gazetteer;
import org.demarche.event.EventExtractor;
import org.demarche.ontology.Ontology;
import org.demarche.query.QueryCatalog;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data files with mistakes are loaded, or refused with the place of the mistake. The long form:
 * {@code mvn test -Dtest=DataFilesFuzzTest -Ddemarche.fuzz=2000}.
 */
class DataFilesFuzzTest {
    private static final int ROUNDS = Integer.getInteger("demarche.fuzz", 3);
    private static final long SEED = Long.getLong("demarche.seed", 1);

    @TempDir private Path folder;
    private Ontology ontology;
    private Gazetteer gazetteer;

    @BeforeEach
    void copy() throws IOException {
        DataFiles files = DataFiles.bundled();
        ontology = Ontology.read(files);
        gazetteer = Gazetteer.load(files);
        for (String part : List.of("data", "ontology", "queries")) {
            try (Stream<Path> all = Files.walk(Path.of(part))) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    if (each.toString().matches(".*\\.(tsv|txt|ttl|rq|jsonld)")) {
                        Path copy = folder.resolve(each);
                        Files.createDirectories(copy.getParent());
                        Files.copy(each, copy);
                    }
                }
            }
        }
    }

    private interface Load {
        void from(DataFiles files);
    }

    private void fuzz(String part, String suffix, Load load) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.resolve(part))) {
            all.filter(file -> file.toString().endsWith(suffix)).sorted().forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            Path file = files.get(random.nextInt(files.size()));
            byte[] good = Files.readAllBytes(file);
            Files.write(file, Mutation.of(good, random));
            try {
                load.from(DataFiles.at(folder));
            } catch (InputException e) {
                assertThat(e.getMessage())
                        .as("round " + round + " of " + file)
                        .contains(file.getFileName().toString());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("round " + (SEED + round) + " of " + file, e);
            } finally {
                Files.write(file, good);
            }
        }
    }

    @Test
    void brokenGazetteerIsRefusedByItsName() throws IOException {
        fuzz("data/gazetteer", ".tsv", Gazetteer::load);
    }

    @Test
    void brokenLexiconIsRefusedByItsName() throws IOException {
        fuzz("data/lexicon", ".tsv", files -> EventExtractor.load(files, ontology, gazetteer));
    }

    @Test
    void brokenGrammarIsRefusedByItsName() throws IOException {
        fuzz("data/grammar", ".tsv", files -> EventExtractor.load(files, ontology, gazetteer));
    }

    @Test
    void brokenOntologyIsRefusedByItsName() throws IOException {
        fuzz("ontology", "demarche.ttl", Ontology::read);
    }

    @Test
    void brokenQueryIsRefusedByItsName() throws IOException {
        fuzz("queries", ".rq", files -> new QueryCatalog(files).queries());
    }
}
