package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.jena.irix.IRIx;
import org.demarche.entity.Actor;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrisTest {
    private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);

    @Test
    void actorOfTheGazetteerIsTheSameInEveryArticle() {
        assertThat(IRIS.actor(IRIS.article("a1"), News.KENYA).getURI())
                .isEqualTo("https://w3id.org/demarche/id/state/KEN");
        assertThat(IRIS.state("KEN")).isEqualTo(IRIS.actor(IRIS.article("a2"), News.KENYA));
    }

    @Test
    void actorOfAnArticleStandsUnderIt() {
        assertThat(IRIS.actor(IRIS.article("a1"), News.GUNMEN).getURI())
                .isEqualTo("https://w3id.org/demarche/id/article/a1/actor/gunmen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>",
                "o'\"neill\"",
                "50%",
                "Zürich",
                "🕊",
                "a#b?c",
                "a{b}|c\\d^`",
                "السوداني"
            })
    void everyKeyMakesAnIri(String name) {
        Actor actor = News.actor("local/" + name, "Person", name);

        String iri = IRIS.actor(IRIS.article("a1"), actor).getURI();

        assertThat(IRIx.create(iri).isAbsolute()).isTrue();
        assertThat(iri.substring(Iris.DEFAULT_BASE.length())).matches("[A-Za-z0-9%/._~-]+");
    }

    @Test
    void differentKeysMakeDifferentIris() {
        Actor plain = News.actor("local/a b".replace(' ', '\u00a0'), "Person", "x");
        Actor encoded = News.actor("local/a%C2%A0b", "Person", "x");

        assertThat(IRIS.actor(IRIS.article("a"), plain))
                .isNotEqualTo(IRIS.actor(IRIS.article("a"), encoded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id/",
                "https://example.org/id",
                "https://example.org/a b/",
                "https://example.org/> <x/"
            })
    void baseMustBeAnAbsoluteIriThatEndsInASlash(String base) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new Iris(base))
                .withMessageContaining("'" + base + "'");
    }

    @Test
    void slugKeepsLettersAndDigitsOfAllScripts() {
        assertThat(Iris.slug(" Zürich, the City! ")).isEqualTo("zürich-the-city");
        assertThat(Iris.slug("…")).isEmpty();
    }
}
