package org.demarche.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.io.BinaryGISModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.demarche.article.Span;

/**
 * Finds sentences in a paragraph: the period of "Gen. Smith left." ends none, the one of "left."
 * does. OpenNLP's learner, asked at every white space where a sentence could end, with or without a
 * final mark. Immutable, shared between threads.
 */
public final class SentenceSplitter {
    static {
        ExtensionLoader.registerAllowedPackage("org.demarche.text");
    }

    private final SentenceModel model;

    private SentenceSplitter(MaxentModel model) {
        this.model = new SentenceModel("eng", model, Map.of(), new SentenceFeatures());
    }

    /**
     * The sentences of a paragraph without the white space between, counted from {@code offset}. A
     * line of running text is not cut after a letter, a digit or a comma: "Friday 30 June".
     */
    public List<Span> sentences(String paragraph, int offset) {
        List<Span> result = new ArrayList<>();
        for (opennlp.tools.util.Span span :
                new SentenceDetectorME(model).sentPosDetect(paragraph)) {
            if (span.length() == 0) {
                continue;
            }
            Span sentence = new Span(offset + span.getStart(), offset + span.getEnd());
            int last = result.size() - 1;
            if (last >= 0 && runsOn(paragraph, result.get(last).end() - offset, span.getStart())) {
                result.set(last, result.get(last).union(sentence));
            } else {
                result.add(sentence);
            }
        }
        return result;
    }

    private static boolean runsOn(String paragraph, int end, int next) {
        char last = paragraph.charAt(end - 1);
        boolean unmarked = Character.isLetterOrDigit(last) || last == ',';
        return unmarked && paragraph.substring(end, next).indexOf('\n') < 0;
    }

    /** Learns from treebank sentences in the order of their documents. */
    public static SentenceSplitter train(List<Tree> trees) {
        List<SentenceSample> samples = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<opennlp.tools.util.Span> spans = new ArrayList<>();
        String document = "";
        for (Tree tree : trees) {
            if (!tree.document().equals(document) && !spans.isEmpty()) {
                samples.add(
                        new SentenceSample(text, spans.toArray(opennlp.tools.util.Span[]::new)));
                text = new StringBuilder();
                spans.clear();
            }
            document = tree.document();
            if (text.length() > 0) {
                text.append(' ');
            }
            String sentence = tree.text();
            spans.add(
                    new opennlp.tools.util.Span(text.length(), text.length() + sentence.length()));
            text.append(sentence);
        }
        if (!spans.isEmpty()) {
            samples.add(new SentenceSample(text, spans.toArray(opennlp.tools.util.Span[]::new)));
        }
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 5);
        try {
            return new SentenceSplitter(
                    SentenceDetectorME.train(
                                    "eng",
                                    ObjectStreamUtils.createObjectStream(samples),
                                    new SentenceFeatures(),
                                    parameters)
                            .getMaxentModel());
        } catch (IOException e) {
            throw new IllegalStateException("a list in memory cannot be read", e);
        }
    }

    void write(DataOutputStream out) throws IOException {
        new BinaryGISModelWriter((AbstractModel) model.getMaxentModel(), out).persist();
    }

    static SentenceSplitter read(DataInputStream in) throws IOException {
        return new SentenceSplitter(MaxentReader.read(in));
    }
}
