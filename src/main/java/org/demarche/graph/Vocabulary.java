package org.demarche.graph;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Ontology;

/** The terms of which article graphs are made: dem:actor, nif:anchorOf, prov:wasDerivedFrom. */
public final class Vocabulary {
    public static final String NIF =
            "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
    public static final String PROV = "http://www.w3.org/ns/prov#";
    public static final String GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#";
    public static final String SCHEMA = "https://schema.org/";
    public static final String WIKIDATA = "http://www.wikidata.org/entity/";

    public static final Node ARTICLE = dem("Article");
    public static final Node EVIDENCE_CLASS = dem("Evidence");
    public static final Node ATTRIBUTION_CLASS = dem("Attribution");
    public static final Node INCIDENT_CLASS = dem("Incident");
    public static final Node RUN = dem("Run");
    public static final Node THING = dem("Thing");
    public static final Node STATE = dem("State");
    public static final Node PLACE = dem("Place");

    public static final Node ACTOR = dem("actor");
    public static final Node RECIPIENT = dem("recipient");
    public static final Node OBJECT = dem("object");
    public static final Node LOCATION = dem("location");
    public static final Node DATE = dem("date");
    public static final Node DATE_END = dem("dateEnd");
    public static final Node DATE_TEXT = dem("dateText");
    public static final Node FACTUALITY = dem("factuality");
    public static final Node CONTENT = dem("content");
    public static final Node CONDITION = dem("condition");
    public static final Node SAID_BY = dem("saidBy");
    public static final Node REPORTED_BY = dem("reportedBy");
    public static final Node ATTRIBUTION = dem("attribution");
    public static final Node RANK = dem("rank");
    public static final Node SOURCE = dem("source");
    public static final Node SOURCE_ROLE = dem("sourceRole");
    public static final Node MODE = dem("mode");
    public static final Node CONTEXT = dem("context");
    public static final Node ORDINAL = dem("ordinal");
    public static final Node SIZE = dem("size");
    public static final Node KILLED = dem("killed");
    public static final Node INJURED = dem("injured");
    public static final Node EVIDENCE = dem("evidence");
    public static final Node TRIGGER = dem("trigger");
    public static final Node TRIGGER_INDEX = dem("triggerIndex");
    public static final Node LEXICON_ROW = dem("lexiconRow");
    public static final Node CONFIDENCE = dem("confidence");
    public static final Node INCIDENT = dem("incident");
    public static final Node WORDING = dem("wording");
    public static final Node ASSERTED = dem("Asserted");
    public static final Node HAPPENED_IN = dem("happenedIn");
    public static final Node SIDE = dem("side");
    public static final Node MONTH = dem("month");
    public static final Node COPY_OF = dem("copyOf");
    public static final Node CORROBORATED_INCIDENT = dem("CorroboratedIncident");
    public static final Node DATA_HASH = dem("dataHash");
    public static final Node CODE = dem("code");
    public static final Node AFFILIATION = dem("affiliation");
    public static final Node SECTOR = dem("sector");
    public static final Node OFFICE = dem("office");
    public static final Node COUNTRY = dem("country");

    public static final Node IDENTIFIER = DCTerms.identifier.asNode();
    public static final Node TITLE = DCTerms.title.asNode();
    public static final Node ISSUED = DCTerms.issued.asNode();
    public static final Node PUBLISHER = DCTerms.publisher.asNode();
    public static final Node PREF_LABEL = SKOS.prefLabel.asNode();
    public static final Node ALT_LABEL = SKOS.altLabel.asNode();
    public static final Node EXACT_MATCH = SKOS.exactMatch.asNode();
    public static final Node IS_STRING = NodeFactory.createURI(NIF + "isString");
    public static final Node BEGIN_INDEX = NodeFactory.createURI(NIF + "beginIndex");
    public static final Node END_INDEX = NodeFactory.createURI(NIF + "endIndex");
    public static final Node ANCHOR_OF = NodeFactory.createURI(NIF + "anchorOf");
    public static final Node REFERENCE_CONTEXT = NodeFactory.createURI(NIF + "referenceContext");
    public static final Node WAS_DERIVED_FROM = NodeFactory.createURI(PROV + "wasDerivedFrom");
    public static final Node WAS_GENERATED_BY = NodeFactory.createURI(PROV + "wasGeneratedBy");
    public static final Node URL = NodeFactory.createURI(SCHEMA + "url");
    public static final Node SOFTWARE_VERSION = NodeFactory.createURI(SCHEMA + "softwareVersion");
    public static final Node LAT = NodeFactory.createURI(GEO + "lat");
    public static final Node LONG = NodeFactory.createURI(GEO + "long");

    /** What an article's graph says of the article before any event. */
    public static final List<Node> OF_ARTICLE =
            List.of(IDENTIFIER, TITLE, ISSUED, PUBLISHER, URL, IS_STRING, WAS_GENERATED_BY);

    private Vocabulary() {}

    /** The term of the ontology with a local name: {@code dem("actor")}. */
    public static Node dem(String localName) {
        return NodeFactory.createURI(Ontology.NAMESPACE + localName);
    }
}
