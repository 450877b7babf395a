package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.source.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistersTest {
    private static final Ontology ONTOLOGY = Ontology.read(DataFiles.bundled());

    @Test
    void mistakesInRowsAreReportedTogetherWithTheirLines(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data/grammar/registers.tsv");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                register\tsigns\tunless\tclasses\texample
                sport\tgoalkeeper\t\tAssalt\tThe goalkeeper attacked.
                stage\t\t\tAssault\tThe opera moved them.
                """);
        Problems problems = new Problems();
        Registers.load(DataFiles.at(folder), ONTOLOGY, problems);

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("registers.tsv:2: 'Assalt' is no top class of events")
                .hasMessageContaining(
                        "registers.tsv:3: a register needs signs, the words that show it");
    }

    @Test
    void meansThatNameNoClassOfNounsAreReported(@TempDir Path folder) throws IOException {
        Path grammar = folder.resolve("data/grammar");
        Files.createDirectories(grammar);
        Files.writeString(grammar.resolve("nouns.tsv"), "class\tmembers\nGUN\trifle\n");
        Files.writeString(
                grammar.resolve("types.tsv"),
                """
                class\tdomestic\tcounterpart\tcontent\tabsorbs\tmeans\texample
                Assault\t\t\t\t\tGUNS\tRebels attacked.
                """);
        Problems problems = new Problems();
        DataFiles files = DataFiles.at(folder);
        TypeRules.load(files, ONTOLOGY, NounClasses.load(files, problems), problems);

        assertThatThrownBy(problems::throwIfAny)
                .hasMessageContaining(
                        "types.tsv:2: means 'GUNS' is no class of data/grammar/nouns.tsv");
    }
}
