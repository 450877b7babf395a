package org.demarche.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.demarche.Mutation;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;

/**
 * Whatever is given for a parameter is refused in one line or stays one value of the query. The
 * long form: {@code mvn test -Dtest=ParametersFuzzTest -Djqwik.tries.default=100000}.
 */
class ParametersFuzzTest {
    private static final List<SavedQuery> QUERIES = new QueryCatalog(DataFiles.bundled()).queries();
    private static final List<String> HOSTILE =
            List.of(
                    "https://n.example/> } DROP ALL #",
                    "\" } UNION { ?s ?p ?o } #",
                    "2023-07-20\"^^<x>",
                    "?_one_iri",
                    "Iraq\n}",
                    "-0",
                    "1e400");
    private static final DatasetGraph DATA = data();

    private static DatasetGraph data() {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFDataMgr.read(data.getDefaultGraph(), "ontology/demarche.ttl");
        return data;
    }

    @Property(seed = "20230720")
    void hostileValueIsRefusedOrStaysAValue(@ForAll long seed) {
        Random random = new Random(seed);
        SavedQuery query = QUERIES.get(random.nextInt(QUERIES.size()));
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            String good = parameter.example().orElse("https://w3id.org/demarche/id/state/IRQ");
            switch (random.nextInt(4)) {
                case 0 -> values.put(parameter.name(), good);
                case 1 -> values.put(parameter.name(), HOSTILE.get(random.nextInt(HOSTILE.size())));
                case 2 ->
                        values.put(
                                parameter.name(),
                                new String(
                                        Mutation.of(good.getBytes(StandardCharsets.UTF_8), random),
                                        StandardCharsets.UTF_8));
                default -> {}
            }
        }

        Query bound;
        try {
            bound = query.bind(values, DATA);
        } catch (InputException e) {
            assertThat(e.getMessage()).contains(query.name());
            return;
        }

        assertThat(bound.queryType()).isEqualTo(query.query().queryType());
        if (bound.isSelectType()) {
            assertThat(bound.getProjectVars()).isEqualTo(query.query().getProjectVars());
        }
        assertThat(bound.hasDatasetDescription()).isFalse();
        try (QueryResult result = QueryResult.of(bound, Page.ALL, DATA)) {
            result.write(QueryResult.usualFormat(bound), OutputStream.nullOutputStream());
        }
    }
}
