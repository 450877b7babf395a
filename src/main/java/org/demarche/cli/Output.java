package org.demarche.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.demarche.source.InputException;

/**
 * Where a result goes: standard output, or a file that is written beside its place and moved there
 * when it is whole.
 */
final class Output implements AutoCloseable {
    private final OutputStream stream;
    private final Optional<Path> file;

    private Output(OutputStream stream, Optional<Path> file) {
        this.stream = stream;
        this.file = file;
    }

    static Output to(Optional<Path> file, Console console) {
        try {
            return new Output(
                    new BufferedOutputStream(
                            file.isPresent()
                                    ? Files.newOutputStream(part(file.get()))
                                    : console.out(),
                            1 << 16),
                    file);
        } catch (IOException e) {
            throw unwritable(file.orElseThrow(), e);
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static InputException unwritable(Path file, IOException e) {
        return new InputException(file + ": cannot be written (" + e.getMessage() + ")", e);
    }

    OutputStream stream() {
        return stream;
    }

    /** Says that the result is whole; without it a file is not put in its place. */
    void done() {
        try {
            stream.flush();
            if (file.isPresent()) {
                stream.close();
                Files.move(part(file.get()), file.get(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(file.orElse(Path.of("standard output")), e);
        }
    }

    @Override
    public void close() {
        if (file.isPresent()) {
            try {
                stream.close();
                Files.deleteIfExists(part(file.get()));
            } catch (IOException e) {
                throw unwritable(file.get(), e);
            }
        }
    }
}
