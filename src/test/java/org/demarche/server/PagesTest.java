package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.VOID;
import org.demarche.ontology.EventType;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @TempDir static Path folder;
    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(folder, Settings.standard());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Graph turtle(String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(graph, new StringReader(text), "http://localhost/", Lang.TURTLE);
        return graph;
    }

    @Test
    void ontologyIsAPageForPeopleAndRdfForPrograms() {
        HttpResponse<String> page =
                served.get("/ontology", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
        HttpResponse<String> rdf = served.get("/ontology", "Accept", "text/turtle");

        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().allValues("Vary")).contains("Accept");
        assertThat(turtle(rdf.body()).size())
                .isEqualTo(Ontology.read(DataFiles.bundled()).graph().size());
    }

    @Test
    void pageShowsEveryClassOfEventsAtItsOwnAnchor() {
        String page = served.get("/ontology.html").body();

        for (EventType type : Ontology.read(DataFiles.bundled()).eventTypes()) {
            assertThat(page).contains("id=\"" + type.name() + "\"").contains(">" + type.label());
        }
        assertThat(page).contains("THREATEN").contains("id=\"affiliation\"");
        assertThat(page).doesNotContain("<script").doesNotContain("style=").doesNotContain("src=");
    }

    @Test
    void linksOnThePageLeadSomewhere() {
        String page = served.get("/ontology.html").body();
        Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        int links = 0;

        while (link.find()) {
            links++;
            assertThat(page).contains("id=\"" + link.group(1) + "\"");
        }

        assertThat(links).isGreaterThan(100);
    }

    @Test
    void contextAndShapesAreFilesForEverybody() {
        HttpResponse<String> context = served.get("/ontology/context.jsonld");
        HttpResponse<String> shapes = served.get("/ontology/shapes.ttl");

        assertThat(context.headers().firstValue("Content-Type")).hasValue("application/ld+json");
        assertThat(context.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(context.body()).contains("@context");
        assertThat(turtle(shapes.body()).isEmpty()).isFalse();
        assertThat(served.get("/ontology.css").body()).contains("prefers-color-scheme");
    }

    @Test
    void unchangedFileIsNotSentAgain() {
        String tag = served.get("/ontology.ttl").headers().firstValue("ETag").orElseThrow();

        assertThat(served.get("/ontology.ttl", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(served.get("/ontology.ttl", "If-None-Match", "\"old\", W/" + tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void datasetIsDescribedWithItsNumbers() {
        Graph description = turtle(served.get("/.well-known/void", "Accept", "text/turtle").body());

        long quads =
                served.store.read(
                        data -> {
                            long n = 0;
                            for (var all = data.find(); all.hasNext(); ) {
                                // The digest is the store's own.
                                n += all.next().getGraph().getURI().endsWith("/digest") ? 0 : 1;
                            }
                            return n;
                        });
        assertThat(
                        description
                                .find(Node.ANY, VOID.triples.asNode(), Node.ANY)
                                .mapWith(t -> t.getObject().getLiteralLexicalForm())
                                .toList())
                .contains(Long.toString(quads));
        assertThat(
                        description
                                .find(Node.ANY, VOID.sparqlEndpoint.asNode(), Node.ANY)
                                .next()
                                .getObject()
                                .getURI())
                .isEqualTo(served.at("/demarche/sparql").toString());
    }

    @Test
    void pathsThatAreNoneAreNotFound() {
        assertThat(served.get("/webjars/none/1/none.js").statusCode()).isEqualTo(404);
        assertThat(served.get("/ontology.docx").statusCode()).isEqualTo(404);
        assertThat(served.get("/nowhere").body()).contains("\"status\":404");
    }
}
