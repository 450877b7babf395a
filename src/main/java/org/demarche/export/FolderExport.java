package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;
import org.apache.jena.sparql.core.DatasetGraph;

/** A format of several files; as one stream it is a zip file of them. */
record FolderExport(String name, String summary, Writing writing) implements ExportFormat {
    /** How the files are written. */
    interface Writing {
        void write(DatasetGraph data, Selection selection, Bundle files) throws IOException;
    }

    @Override
    public String suffix() {
        return "";
    }

    @Override
    public boolean isFolder() {
        return true;
    }

    @Override
    public void write(DatasetGraph data, Selection selection, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        writing.write(data, selection, Bundle.in(zip));
        zip.finish();
    }

    @Override
    public void write(DatasetGraph data, Selection selection, Path folder) throws IOException {
        writing.write(data, selection, Bundle.in(folder));
    }
}
