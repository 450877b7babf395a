package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.Test;

class GazetteerGraphTest {
    @Test
    void knownActorsAndPlacesHaveAllTheirNames() {
        NamedGraph gazetteer =
                GazetteerGraph.of(
                        List.of(News.KENYA, News.KENYAN_MINISTRY),
                        List.of(News.NAIROBI),
                        News.ONTOLOGY,
                        News.IRIS,
                        News::state);

        Graph graph = gazetteer.graph();
        assertThat(gazetteer.iri()).isEqualTo(GazetteerGraph.GRAPH);
        assertThat(
                        graph.contains(
                                News.IRIS.state("KEN"),
                                Vocabulary.ALT_LABEL,
                                NodeFactory.createLiteralLang("Republic of Kenya", "en")))
                .isTrue();
        assertThat(
                        graph.contains(
                                NodeFactory.createURI("https://example.org/id/place/nairobi"),
                                Vocabulary.COUNTRY,
                                News.IRIS.state("KEN")))
                .isTrue();
        assertThat(
                        graph.contains(
                                NodeFactory.createURI(
                                        "https://example.org/id/org/KEN-foreign-ministry"),
                                RDF.Nodes.type,
                                Vocabulary.dem("GovernmentBody")))
                .isTrue();
    }

    @Test
    void gazetteerIsAsTheShapesWantIt() {
        NamedGraph gazetteer =
                GazetteerGraph.of(
                        List.of(News.KENYA, News.AGENCY),
                        List.of(News.NAIROBI),
                        News.ONTOLOGY,
                        News.IRIS,
                        News::state);

        assertThat(Shapes.read(DataFiles.bundled(), News.ONTOLOGY).validate(gazetteer)).isEmpty();
    }
}
