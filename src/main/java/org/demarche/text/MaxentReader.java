package org.demarche.text;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;

/**
 * Reads a model of OpenNLP's maxent learner as its {@code BinaryGISModelWriter} wrote it, in one go
 * instead of byte by byte: a start of the program waits for it.
 */
final class MaxentReader {
    private final byte[] bytes;
    private final ByteBuffer in;

    private MaxentReader(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
    }

    static GISModel read(DataInputStream in) throws IOException {
        try {
            return new MaxentReader(in.readAllBytes()).model();
        } catch (BufferUnderflowException | NumberFormatException e) {
            throw new IOException("it ends too early", e);
        }
    }

    private GISModel model() throws IOException {
        if (!text().equals("GIS")) {
            throw new IOException("it is of another learner");
        }
        in.getInt(); // two constants that the learner no longer uses
        in.getDouble();
        String[] outcomes = texts();
        String[] patterns = texts();
        String[] features = texts();
        Context[] weights = new Context[features.length];
        int feature = 0;
        for (String pattern : patterns) {
            String[] numbers = pattern.split(" ");
            int[] classes = new int[numbers.length - 1];
            for (int c = 0; c < classes.length; c++) {
                classes[c] = Integer.parseInt(numbers[c + 1]);
            }
            for (int last = feature + Integer.parseInt(numbers[0]); feature < last; feature++) {
                double[] row = new double[classes.length];
                for (int c = 0; c < row.length; c++) {
                    row[c] = in.getDouble();
                }
                weights[feature] = new Context(classes, row);
            }
        }
        return new GISModel(weights, features, outcomes);
    }

    private String[] texts() throws IOException {
        String[] texts = new String[in.getInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text();
        }
        return texts;
    }

    /** As {@link DataInputStream#readUTF}; nearly all are ASCII, where each byte is a char. */
    private String text() throws IOException {
        int start = in.position();
        int length = in.getShort() & 0xFFFF;
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(start + 2 + length);
        for (int i = start + 2; i < start + 2 + length; i++) {
            if (bytes[i] < 0) {
                return new DataInputStream(new ByteArrayInputStream(bytes, start, 2 + length))
                        .readUTF();
            }
        }
        return new String(bytes, start + 2, length, StandardCharsets.ISO_8859_1);
    }
}
