package org.demarche.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * What a store holds: 214 articles with 3,102 events, 187 of them threats.
 *
 * @param quads statements of all graphs
 * @param eventsByType how many events each class has, most first: "demonstration" 301
 * @param eventsByFactuality "Asserted" 2,604
 * @param sizeOnDisk bytes
 */
public record Statistics(
        long articles,
        long events,
        long actors,
        long places,
        long quads,
        Map<String, Long> eventsByType,
        Map<String, Long> eventsByFactuality,
        long sizeOnDisk) {
    private static final String PREFIXES =
            """
            PREFIX dem: <https://w3id.org/demarche/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    static Statistics of(DatasetGraph data, long sizeOnDisk) {
        return new Statistics(
                count(data, "?x a dem:Article"),
                count(data, "?x dem:factuality ?f"),
                count(data, "{ ?e dem:actor ?x } UNION { ?e dem:recipient ?x }"),
                count(data, "?e dem:location ?x"),
                data.stream().count(),
                counts(
                        data,
                        """
                        ?event dem:factuality ?f ; a ?class
                        OPTIONAL { ?class rdfs:label ?label }
                        BIND(COALESCE(STR(?label), STRAFTER(STR(?class), "#")) AS ?name)
                        """),
                counts(
                        data,
                        """
                        ?event dem:factuality ?f
                        BIND(STRAFTER(STR(?f), "#") AS ?name)
                        """),
                sizeOnDisk);
    }

    private static long count(DatasetGraph data, String pattern) {
        String text = PREFIXES + "SELECT (COUNT(DISTINCT ?x) AS ?count) WHERE { " + pattern + " }";
        try (QueryExec query = QueryExec.dataset(data).query(text).build()) {
            return number(query.select().next());
        }
    }

    private static Map<String, Long> counts(DatasetGraph data, String pattern) {
        String text =
                PREFIXES
                        + "SELECT ?name (COUNT(DISTINCT ?event) AS ?count) WHERE { "
                        + pattern
                        + " } GROUP BY ?name ORDER BY DESC(?count) ?name";
        Map<String, Long> counts = new LinkedHashMap<>();
        try (QueryExec query = QueryExec.dataset(data).query(text).build()) {
            RowSet rows = query.select();
            while (rows.hasNext()) {
                Binding row = rows.next();
                counts.put(row.get("name").getLiteralLexicalForm(), number(row));
            }
        }
        return counts;
    }

    private static long number(Binding row) {
        return Long.parseLong(row.get("count").getLiteralLexicalForm());
    }
}
