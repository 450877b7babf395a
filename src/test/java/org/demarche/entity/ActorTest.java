package org.demarche.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ActorTest {
    private static Actor actor(String key, String className, Optional<Actor> affiliation) {
        return new Actor(
                key,
                className,
                key.substring(key.indexOf('/') + 1),
                List.of(),
                Optional.empty(),
                affiliation,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                !key.startsWith("local/"));
    }

    private static Place place(OptionalDouble lat, OptionalDouble lon) {
        return new Place(
                "place/oslo",
                "Oslo",
                List.of(),
                Optional.of("NOR"),
                lat,
                lon,
                Optional.empty(),
                true);
    }

    @Test
    void chainLeadsFromMinisterToState() {
        Actor state = actor("state/NOR", "State", Optional.empty());
        Actor ministry = actor("org/NOR-MFA", "GovernmentBody", Optional.of(state));
        Actor minister = actor("local/minister", "Person", Optional.of(ministry));

        assertThat(minister.chain()).containsExactly(minister, ministry, state);
        assertThat(minister.state()).contains(state);
        assertThat(state.state()).contains(state);
    }

    @Test
    void crowdOfNoKnownCountryHasNoState() {
        assertThat(actor("local/gunmen", "Group", Optional.empty()).state()).isEmpty();
    }

    @Test
    void otherNamesRepeatNeitherThemselvesNorTheName() {
        Actor un =
                new Actor(
                        "org/UN",
                        "InternationalOrganization",
                        "United Nations",
                        List.of("UN", "United Nations", "UN", " "),
                        Optional.of("UN"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Q1065"),
                        true);

        assertThat(un.otherNames()).containsExactly("UN");
    }

    @Test
    void keyMustFitWhetherTheActorIsKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> actor("Norway", "State", Optional.empty()))
                .withMessageContaining("'Norway'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> actor("state/NOR", "no class", Optional.empty()));
    }

    @Test
    void coordinatesComeInPairsAndInRange() {
        assertThat(place(OptionalDouble.of(59.9), OptionalDouble.of(10.7)).lat()).hasValue(59.9);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> place(OptionalDouble.of(59.9), OptionalDouble.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> place(OptionalDouble.of(91), OptionalDouble.of(10.7)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> place(OptionalDouble.of(Double.NaN), OptionalDouble.of(10.7)));
    }
}
