package org.demarche.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.article.Span;
import org.demarche.ontology.Concept;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Nearest;
import org.demarche.source.Problems;
import org.demarche.source.Table;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** Tells by the words of a clause what an event is about: "embassy" makes it diplomatic. */
final class Contexts {
    static final String FILE = "data/grammar/contexts.tsv";

    private final Map<String, List<String>> contextsByWords;
    private final int longest;

    private Contexts(Map<String, List<String>> contextsByWords) {
        this.contextsByWords = contextsByWords;
        this.longest =
                contextsByWords.keySet().stream()
                        .mapToInt(w -> w.split(" ").length)
                        .max()
                        .orElse(1);
    }

    static Contexts load(DataFiles files, Ontology ontology, Problems problems) {
        Map<String, List<String>> contexts = new LinkedHashMap<>();
        for (Table.Row row :
                Table.read(files, FILE, List.of("context", "words"), problems).rows()) {
            String context = row.cell("context");
            if (ontology.context(context).isEmpty()) {
                problems.add(
                        row.where(),
                        "context '"
                                + context
                                + "' is not in ontology/demarche.ttl"
                                + Nearest.hint(
                                        context,
                                        ontology.contexts().stream().map(Concept::name).toList()));
            }
            row.list("words")
                    .forEach(w -> contexts.computeIfAbsent(w, k -> new ArrayList<>()).add(context));
        }
        return new Contexts(contexts);
    }

    /** The contexts of the words within the span, by name. */
    List<String> of(Sentence sentence, Span clause) {
        Set<String> found = new TreeSet<>();
        List<Token> tokens = sentence.tokens();
        for (Token token : tokens) {
            StringBuilder words = new StringBuilder();
            for (int i = token.index(); i < Math.min(token.index() + longest, tokens.size()); i++) {
                if (!clause.contains(tokens.get(i).span())) {
                    break;
                }
                words.append(words.isEmpty() ? "" : " ")
                        .append(tokens.get(i).lemma().toLowerCase(Locale.ROOT));
                found.addAll(contextsByWords.getOrDefault(words.toString(), List.of()));
            }
        }
        return List.copyOf(found);
    }
}
