package org.demarche.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> ROLES = List.of("actor", "recipient", "object");

    @Test
    void slipOfThePenFindsTheName() {
        assertThat(Nearest.to("recipent", ROLES)).contains("recipient");
        assertThat(Nearest.to("OBJECT", ROLES)).contains("object");
        assertThat(Nearest.hint("actr", ROLES)).isEqualTo(" (nearest: 'actor')");
    }

    @Test
    void wordOfAnotherKindFindsNothing() {
        assertThat(Nearest.to("weather", ROLES)).isEmpty();
        assertThat(Nearest.hint("weather", ROLES)).isEmpty();
        assertThat(Nearest.to("actor", List.of())).isEmpty();
    }
}
