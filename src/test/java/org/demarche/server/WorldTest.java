package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.entity.Actor;
import org.demarche.entity.Gazetteer;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.Test;

/** The outline of the world under the map. */
class WorldTest {
    private static final Set<String> NO_STATES =
            Set.of("Antarctica", "Fr. S. Antarctic Lands", "N. Cyprus", "Somaliland");

    @Test
    void countriesHaveTheNamesThatEventsHaveThem() throws IOException {
        Set<String> drawn = new HashSet<>();
        try (InputStream in =
                WorldTest.class.getResourceAsStream("/explorer/world/countries-110m.json")) {
            for (JsonNode shape :
                    new ObjectMapper().readTree(in).at("/objects/countries/geometries")) {
                drawn.add(shape.at("/properties/name").asText());
            }
        }
        Set<String> states =
                Gazetteer.load(DataFiles.bundled()).states().stream()
                        .map(Actor::name)
                        .collect(Collectors.toSet());

        assertThat(drawn).hasSizeGreaterThan(170).contains("United States", "Britain");
        drawn.removeAll(NO_STATES);
        assertThat(states).containsAll(drawn);
    }
}
