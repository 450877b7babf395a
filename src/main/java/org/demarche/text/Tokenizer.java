package org.demarche.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.ml.maxent.io.BinaryGISModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.tokenize.TokenSample;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.demarche.article.Span;

/**
 * Splits a sentence into words as the English treebanks do: "Iraq's six-member team won't go." is
 * Iraq|'s|six|-|member|team|wo|n't|go|. OpenNLP's learner with features for clitics, hyphens and
 * abbreviations. Immutable, shared between threads.
 */
public final class Tokenizer {
    /** Written as one word, but two in the treebanks; the number of chars of the first. */
    private static final Map<String, Integer> FUSED =
            Map.of("cannot", 3, "gonna", 3, "gotta", 3, "wanna", 3, "dunno", 3);

    static {
        ExtensionLoader.registerAllowedPackage("org.demarche.text");
    }

    private final TokenizerModel model;

    private Tokenizer(MaxentModel model) {
        this.model = new TokenizerModel(model, Map.of(), new TokenizerFeatures());
    }

    /** The words of a text of one sentence, offsets counted from {@code offset}. */
    public List<Span> tokens(String sentence, int offset) {
        List<Span> result = new ArrayList<>();
        for (opennlp.tools.util.Span span : new TokenizerME(model).tokenizePos(sentence)) {
            int start = offset + span.getStart();
            int end = offset + span.getEnd();
            Integer first =
                    span.length() < 5 || span.length() > 6
                            ? null
                            : FUSED.get(
                                    sentence.substring(span.getStart(), span.getEnd())
                                            .toLowerCase(Locale.ROOT));
            if (first == null) {
                result.add(new Span(start, end));
            } else {
                result.add(new Span(start, start + first));
                result.add(new Span(start + first, end));
            }
        }
        return result;
    }

    /** Learns where words end; the same trees give the same tokenizer. */
    public static Tokenizer train(List<Tree> trees) {
        List<TokenSample> samples = new ArrayList<>();
        for (Tree tree : trees) {
            StringBuilder text = new StringBuilder();
            List<opennlp.tools.util.Span> spans = new ArrayList<>();
            for (int i = 0; i < tree.words().size(); i++) {
                String form = tree.words().get(i).form();
                if (form.indexOf(' ') >= 0) {
                    continue;
                }
                spans.add(
                        new opennlp.tools.util.Span(text.length(), text.length() + form.length()));
                text.append(form);
                if (tree.spaceAfter().get(i)) {
                    text.append(' ');
                }
            }
            samples.add(
                    new TokenSample(
                            text.toString(), spans.toArray(opennlp.tools.util.Span[]::new)));
        }
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 3);
        try {
            return new Tokenizer(
                    TokenizerME.train(
                                    ObjectStreamUtils.createObjectStream(samples),
                                    new TokenizerFeatures(),
                                    parameters)
                            .getMaxentModel());
        } catch (IOException e) {
            throw new IllegalStateException("a list in memory cannot be read", e);
        }
    }

    void write(DataOutputStream out) throws IOException {
        new BinaryGISModelWriter((AbstractModel) model.getMaxentModel(), out).persist();
    }

    static Tokenizer read(DataInputStream in) throws IOException {
        return new Tokenizer(MaxentReader.read(in));
    }
}
