package org.demarche.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files that belong together, in a folder or in a zip file, written one by one. */
interface Bundle {
    /** Begins a file, which is closed before the next one is begun: {@code Actors/Iraq.md}. */
    OutputStream file(String name) throws IOException;

    /** Files of a folder. */
    static Bundle in(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return new java.io.BufferedOutputStream(Files.newOutputStream(file));
        };
    }

    /** Entries of a zip file, which the caller finishes. Their time says nothing. */
    static Bundle in(ZipOutputStream zip) {
        return name -> {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            return new Entry(zip);
        };
    }

    /** An entry of a zip file; to close it is to end the entry. */
    final class Entry extends FilterOutputStream {
        private final ZipOutputStream zip;

        Entry(ZipOutputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            zip.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
        }
    }
}
