package org.demarche.graph;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.demarche.article.Article;
import org.demarche.entity.Actor;
import org.demarche.entity.Place;
import org.demarche.event.Event;
import org.demarche.event.Thing;
import org.demarche.source.InputException;

/**
 * The IRIs of resources, made from their keys alone, so that the same thing has the same IRI in
 * every run: {@code https://w3id.org/demarche/id/state/IRQ}.
 *
 * <p>What only one article knows stands under that article, so that the "officials" of two articles
 * are not one: {@code .../id/article/a1/actor/officials}. Of a key the letters, digits and {@code
 * -._~/} stay; every other byte of its UTF-8 form is percent-encoded.
 */
public final class Iris {
    public static final String DEFAULT_BASE = "https://w3id.org/demarche/id/";

    private static final String LOCAL = "local/";
    private static final String ARTICLE = "article/";

    private final String base;

    /**
     * Mints IRIs under a base.
     *
     * @throws InputException for a base that is not absolute or does not end in {@code /} or {@code
     *     #}
     */
    public Iris(String base) {
        try {
            if (!IRIx.create(base).isAbsolute() || !base.matches(".+[/#]")) {
                throw new InputException(
                        "base '"
                                + base
                                + "': use an absolute IRI that ends in / such as "
                                + DEFAULT_BASE);
            }
        } catch (IRIException e) {
            throw new InputException("base '" + base + "' is no IRI: " + e.getMessage(), e);
        }
        this.base = base;
    }

    /** The article, and the graph of what was read from it. */
    public Node article(Article article) {
        return article(article.id());
    }

    /** The article of an id. */
    public Node article(String id) {
        return iri(ARTICLE + id);
    }

    /** What the article shares with others of the same wording, beside the article's own folder. */
    static Node wording(Node article, String key) {
        String own = article.getURI();
        return NodeFactory.createURI(own.substring(0, own.lastIndexOf(ARTICLE)) + "wording/" + key);
    }

    /** Whether an IRI is an article's. */
    public boolean isArticle(String iri) {
        String start = base + "article/";
        return iri.startsWith(start) && iri.substring(start.length()).matches("[A-Za-z0-9._~%-]+");
    }

    Node event(Node article, String key) {
        return under(article, "event/" + key);
    }

    /** The n-th part of an event, from 1: its evidence, its attributions. */
    Node part(Node article, Event event, String kind, int n) {
        return under(article, "event/" + event.key() + "/" + kind + "/" + n);
    }

    Node thing(Node article, Thing thing) {
        return under(article, "thing/" + thing.span().start() + "-" + thing.span().end());
    }

    /** The actor, under the article where only that knows it. */
    Node actor(Node article, Actor actor) {
        return entity(article, actor.key(), "actor/");
    }

    /** The place, under the article where only that knows it. */
    Node place(Node article, Place place) {
        return entity(article, place.key(), "place/");
    }

    /** The state of an ISO 3166-1 alpha-3 code. */
    public Node state(String code) {
        return iri("state/" + code);
    }

    Node run(Provenance run) {
        return iri("run/" + run.softwareVersion() + "-" + run.dataHash());
    }

    Node incident(String key) {
        return iri("incident/" + key);
    }

    private Node entity(Node article, String key, String kind) {
        return key.startsWith(LOCAL)
                ? under(article, kind + key.substring(LOCAL.length()))
                : iri(key);
    }

    private static Node under(Node article, String rest) {
        return NodeFactory.createURI(article.getURI() + "/" + encode(rest));
    }

    private Node iri(String path) {
        return NodeFactory.createURI(base + encode(path));
    }

    /** A name as part of a key: {@code "Zürich, the city"} is {@code zürich-the-city}. */
    static String slug(String name) {
        String slug = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return slug.replaceAll("^-|-$", "");
    }

    private static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
