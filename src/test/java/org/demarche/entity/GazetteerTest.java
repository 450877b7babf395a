package org.demarche.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = Linked.GAZETTEER;

    private static void write(Path folder, String name, String rows) throws IOException {
        Path file = folder.resolve("data/gazetteer/" + name + ".tsv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, rows);
    }

    private static Path tables(Path folder, String states, String persons, String organizations)
            throws IOException {
        write(
                folder,
                "states",
                "code\tname\tnames\tadjectives\tpeople\tcapital\tlat\tlong\twikidata\n" + states);
        write(
                folder,
                "persons",
                "name\tnames\toffice\taffiliation\tsector\tfrom\tto\twikidata\n" + persons);
        write(
                folder,
                "organizations",
                "code\tname\tnames\tclass\taffiliation\tsector\twikidata\n" + organizations);
        write(folder, "places", "name\tnames\tcountry\tkind\tlat\tlong\twikidata\n");
        write(folder, "roles", "noun\tplural\tkind\tsector\tclass\tgender\tof\n");
        write(folder, "endings", "kind\twords\n");
        return folder;
    }

    @Test
    void keysAndWikidataIdsAreUnique() {
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        List<Actor> actors =
                java.util.stream.Stream.of(
                                GAZETTEER.states(), GAZETTEER.organizations(), GAZETTEER.persons())
                        .flatMap(List::stream)
                        .toList();

        assertThat(actors).allSatisfy(a -> assertThat(keys.add(a.key())).as(a.key()).isTrue());
        assertThat(actors)
                .allSatisfy(
                        a -> a.wikidata().ifPresent(id -> assertThat(ids.add(id)).as(id).isTrue()));
        assertThat(GAZETTEER.places())
                .allSatisfy(p -> assertThat(keys.add(p.key())).as(p.key()).isTrue());
    }

    @Test
    void everyStateHasACapitalWithCoordinatesExceptTheEmptyOnes() {
        assertThat(GAZETTEER.states()).hasSizeGreaterThan(240);
        assertThat(GAZETTEER.actor("IRQ").flatMap(GAZETTEER::capital))
                .get()
                .satisfies(
                        p -> {
                            assertThat(p.name()).isEqualTo("Baghdad");
                            assertThat(p.lat()).isPresent();
                        });
    }

    // Found by LoadersFuzzTest.
    @Test
    void countryThatIsNoCodeIsReportedWithItsLine(@TempDir Path folder) throws IOException {
        tables(folder, "", "", "");
        write(
                folder,
                "places",
                "name\tnames\tcountry\tkind\tlat\tlong\twikidata\nLund\t\t55.70\tcity\t\t\t\n");

        assertThatThrownBy(() -> Gazetteer.load(DataFiles.at(folder)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("places.tsv:2: country '55.70' is not in states.tsv");
    }

    @Test
    void personHasTheOfficeOfTheDay(@TempDir Path folder) throws IOException {
        tables(
                folder,
                "NOR\tNorway\t\tNorwegian\t\tOslo\t59.91\t10.75\tQ20\n",
                """
                Ann Berg\tBerg\tForeign Minister\tNOR\tGOV\t2001-02\t2003\tQ1
                Ann Berg\tBerg\tPrime Minister\tNOR\tGOV\t2010-05-01\t\tQ1
                """,
                "");
        KnownPerson berg = Gazetteer.load(DataFiles.at(folder)).knownPersons().iterator().next();

        assertThat(berg.on(Optional.of(LocalDate.of(2003, 12, 31))).office())
                .contains("Foreign Minister");
        assertThat(berg.on(Optional.of(LocalDate.of(2015, 1, 1))).office())
                .contains("Prime Minister");
        assertThat(berg.on(Optional.empty()).office()).contains("Prime Minister");
        assertThat(berg.on(Optional.of(LocalDate.of(2006, 1, 1))).office()).isEmpty();
        assertThat(berg.on(Optional.of(LocalDate.of(2006, 1, 1))).state()).isPresent();
    }

    @Test
    void allMistakesAreReportedWithTheirLines(@TempDir Path folder) throws IOException {
        tables(
                folder,
                "NO\tNorway\t\t\t\tOslo\t59.91\t10.75\tQ20\nSWE\tSweden\t\t\t\tStockholm\t95\t18.07\t34\n",
                "Ann Berg\t\tPrime Minister\tNOR\tGOV\tMay 2001\t\t\n",
                "UN\tUnited Nations\t\tInternationalOrganization\tWHO\tIGO\tQ1\nUN\tUnited Notions\t\tOrganization\t\t\t\n");

        assertThatThrownBy(() -> Gazetteer.load(DataFiles.at(folder)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("states.tsv:2: code 'NO'")
                .hasMessageContaining("states.tsv:3: Wikidata id '34'")
                .hasMessageContaining("states.tsv:3: lat '95'")
                .hasMessageContaining("persons.tsv:2: affiliation 'NOR'")
                .hasMessageContaining("persons.tsv:2: from 'May 2001'")
                .hasMessageContaining("organizations.tsv:2: affiliation 'WHO'")
                .hasMessageContaining("organizations.tsv:3: code UN stands in an earlier row too");
    }

    @Test
    void affiliationsThatRunInACircleAreReported(@TempDir Path folder) throws IOException {
        tables(
                folder,
                "",
                "",
                "A1\tOne\t\tOrganization\tB1\t\t\nB1\tTwo\t\tOrganization\tA1\t\t\n");

        assertThatThrownBy(() -> Gazetteer.load(DataFiles.at(folder)))
                .hasMessageContaining("leads back to");
    }

    @Test
    void oneWikidataIdForTwoIsReported(@TempDir Path folder) throws IOException {
        tables(
                folder,
                "NOR\tNorway\t\t\t\tOslo\t59.91\t10.75\tQ20\nSWE\tSweden\t\t\t\tStockholm\t59.33\t18.07\tQ20\n",
                "",
                "");

        assertThatThrownBy(() -> Gazetteer.load(DataFiles.at(folder)))
                .hasMessageContaining("states.tsv:3: Wikidata id Q20 is that of state NOR too");
    }
}
