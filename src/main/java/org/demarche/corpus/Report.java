package org.demarche.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.source.InputException;

/**
 * The file that says which articles were left out and why, in JSON Lines: {@code
 * {"article":"a1","reason":"too-long","problem":true,"why":"…"}}.
 */
public final class Report implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final Writer out;

    private Report(Path file, Writer out) {
        this.file = file;
        this.out = out;
    }

    /** Begins a new file; one that is there is overwritten. */
    public static Report open(Path file) {
        try {
            return new Report(file, Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    public void add(Outcome.LeftOut left) {
        ObjectNode line = json.createObjectNode();
        left.id().ifPresent(id -> line.put("article", id));
        line.put("reason", left.reason().key());
        line.put("problem", left.reason().isProblem());
        line.put("why", left.why());
        try {
            out.write(json.writeValueAsString(line) + "\n");
            out.flush();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static InputException unwritable(Path file, IOException e) {
        return new InputException(file + ": cannot be written (" + e.getMessage() + ")", e);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
