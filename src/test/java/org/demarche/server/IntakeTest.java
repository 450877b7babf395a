package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;

/** Articles that come while the server runs, read by the real pipeline. */
class IntakeTest {
    private static final Intake INTAKE =
            Intake.of(Pipeline.load(DataFiles.bundled()), id -> "urn:x:" + id);

    private static Article article(String text) {
        return INTAKE.parseText(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void otherLanguageIsLeftOutAndNamed() {
        Article german =
                article(
                        "Id: g\n\nDie Regierung hat am Donnerstag den Botschafter einbestellt. "
                                + "Zwei Diplomaten wurden des Landes verwiesen, wie das Ministerium mitteilte. "
                                + "Man habe gegen die Angriffe auf die Botschaft protestiert.");

        assertThatThrownBy(() -> INTAKE.graph(german))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("article g: left out, it is not English but 'deu'");
    }

    @Test
    void englishIsReadHoweverShort() {
        assertThat(INTAKE.graph(article("Iraq threatened Sweden.")).graph().isEmpty()).isFalse();
    }

    @Test
    void nothingAtAllIsToldWhatWouldBeRight() {
        assertThatThrownBy(() -> INTAKE.parseJson(new byte[0]))
                .hasMessage("nothing was sent; send one object with a key 'text'");
    }
}
