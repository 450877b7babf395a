package org.demarche.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.Pipeline;
import org.demarche.graph.Iris;
import org.demarche.source.DataFiles;

/**
 * The pipeline of an executor. Models cannot be sent from machine to machine: what is sent is how
 * to load them, and each executor does so once, for all its cores.
 */
public final class SharedPipeline implements Serializable {
    private static final long serialVersionUID = 1;

    private final String base;
    // Optional cannot be sent either: empty for the data files in the jar.
    private final String dataFolder;
    private transient Pipeline loaded;

    /**
     * How to load a pipeline.
     *
     * @param base where IRIs begin
     * @param dataFolder of data files, there on every machine; else those in the jar
     */
    public SharedPipeline(String base, Optional<String> dataFolder) {
        this.base = base;
        this.dataFolder = dataFolder.orElse("");
    }

    private DataFiles files() {
        return dataFolder.isEmpty() ? DataFiles.bundled() : DataFiles.at(Path.of(dataFolder));
    }

    /** Loaded when it is first asked for, on the machine where it is. */
    synchronized Pipeline get() {
        if (loaded == null) {
            loaded = Pipeline.load(files(), new Iris(base));
        }
        return loaded;
    }
}
