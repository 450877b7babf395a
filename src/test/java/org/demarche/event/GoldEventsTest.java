package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.article.Article;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldEventsTest {
    private static final Ontology ONTOLOGY = Ontology.read(DataFiles.bundled());
    private static final List<Article> ARTICLES = List.of(article("peru"), article("chile"));
    private static final String EVENT =
            "{'s':1,'trigger':'accused','class':'ACCUSE','actor':['PER'],'recipient':['CHL','UN'],"
                    + "'factuality':'actual'}";

    @TempDir Path folder;

    private static Article article(String id) {
        return new Article(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "It rained in Lima.\n\nPeru accused Chile.");
    }

    private List<GoldArticle> read(String... lines) throws IOException {
        Path file = folder.resolve("gold.jsonl");
        Files.writeString(file, String.join("\n", lines).replace('\'', '"'));
        return GoldEvents.read(file, ARTICLES, ONTOLOGY);
    }

    private static String peru(String... events) {
        return "{'id':'peru','events':[" + String.join(",", events) + "]}";
    }

    @Test
    void eventsAreReadWithTheirArticle() throws IOException {
        List<GoldArticle> gold = read(peru(EVENT), "", "{'id':'chile','events':[],'note':7}");

        assertThat(gold).extracting(each -> each.article().id()).containsExactly("peru", "chile");
        assertThat(gold.get(0).events())
                .containsExactly(
                        new GoldEvent(
                                1,
                                "accused",
                                "ACCUSE",
                                List.of("PER"),
                                List.of("CHL", "UN"),
                                Factuality.ASSERTED));
        assertThat(gold.get(1).events()).isEmpty();
    }

    @Test
    void allMistakesAreNamedWithTheirLine() {
        assertThatThrownBy(
                        () ->
                                read(
                                        peru(EVENT, EVENT.replace("ACCUSE", "ACUSE")),
                                        "{'id':'chile',",
                                        "{'id':'chille','events':[]}",
                                        "['chile']",
                                        peru(EVENT),
                                        "{'id':'chile','events':["
                                                + String.join(
                                                        ",",
                                                        EVENT.replace("'s':1", "'s':2"),
                                                        EVENT.replace("'s':1", "'s':-1"),
                                                        EVENT.replace("'s':1", "'s':'1'"),
                                                        EVENT.replace("'actual'", "'actuel'"),
                                                        EVENT.replace("'trigger'", "'word'"),
                                                        EVENT.replace("'actor'", "'actors'"),
                                                        EVENT.replace("['PER']", "'PER'"),
                                                        EVENT.replace("'UN'", "null"),
                                                        "7")
                                                + "]}"))
                .isInstanceOf(InputException.class)
                .message()
                .satisfies(
                        message ->
                                assertThat(message.replace(folder + "/", "").lines())
                                        .satisfiesExactly(
                                                l -> isAt(l, 1, "event 2: class 'ACUSE' is no"),
                                                l -> isAt(l, 2, "broken JSON at column"),
                                                l -> isAt(l, 3, "article 'chille' is not among"),
                                                l -> isAt(l, 4, "not an object with a string 'id'"),
                                                l -> isAt(l, 5, "a second line of article 'peru'"),
                                                l -> isAt(l, 6, "event 1: 's' is no paragraph"),
                                                l -> isAt(l, 6, "event 2: 's' is no paragraph"),
                                                l -> isAt(l, 6, "event 3: 's' is no paragraph"),
                                                l -> isAt(l, 6, "event 4: factuality 'actuel' is"),
                                                l -> isAt(l, 6, "event 5: no string 'trigger'"),
                                                l -> isAt(l, 6, "event 6: 'actor' is no list"),
                                                l -> isAt(l, 6, "event 7: 'actor' is no list"),
                                                l -> isAt(l, 6, "event 8: 'recipient' is no list"),
                                                l -> isAt(l, 6, "event 9: 's' is no paragraph"))
                                        .anyMatch(l -> l.endsWith("(nearest: 'ACCUSE')"))
                                        .anyMatch(l -> l.endsWith("(nearest: 'chile')"))
                                        .anyMatch(l -> l.endsWith("(nearest: 'actual')"))
                                        .anyMatch(l -> l.contains("of the article, 0 to 1")));
    }

    private static void isAt(String message, int line, String what) {
        assertThat(message).startsWith("gold.jsonl:" + line + ": " + what);
    }

    @Test
    void fileThatHoldsNoGoldIsNamed() throws IOException {
        Path latin = folder.resolve("latin.jsonl");
        Files.write(latin, "{\"id\":\"perú\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> GoldEvents.read(latin, ARTICLES, ONTOLOGY))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("latin.jsonl: not UTF-8");
        assertThatThrownBy(() -> read("", " "))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("gold.jsonl: no article in it");
        assertThatThrownBy(() -> GoldEvents.read(folder.resolve("none.jsonl"), ARTICLES, ONTOLOGY))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.jsonl: no such file");
    }
}
