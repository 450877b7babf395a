package org.demarche.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.jena.sparql.core.Quad;
import org.demarche.Pipeline;
import org.demarche.Version;
import org.demarche.entity.Gazetteer;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.store.NewStore;
import org.demarche.store.Parts;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code demarche load}: article graphs that were made elsewhere, into the store. */
@Command(
        name = "load",
        description = {
            "Loads article graphs in N-Quads: exports, backups, the parts of a run on Spark.",
            "Where there is no store yet it is made in bulk and appears when it is whole. Else each article's graph takes the place of the one that is there, a hundred articles a commit. A file with a mistake is named with its line and left out as a whole."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche load news.nq.gz",
            "  demarche load --store archive spark-out/quads",
            "  demarche load 'parts/part-000*.nq.gz'"
        })
final class LoadCommand implements Callable<Integer> {
    private static final List<String> SUFFIXES = List.of(".nq", ".nq.gz");

    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.WithData data;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Messages messages;

    @Parameters(
            paramLabel = "PART",
            arity = "1..*",
            description = "Files (.nq, .nq.gz), folders of them, patterns with * and ?.")
    private List<String> names;

    private int problems;
    private long quads;

    LoadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Messages said = new Messages(console, messages);
        Consumer<InputException> problem =
                e -> {
                    problems++;
                    said.problem(e.getMessage());
                };
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try {
                files.addAll(files(name));
            } catch (InputException e) {
                problem.accept(e);
            }
        }
        boolean isNew = NewStore.canBeAt(store.folder());
        said.detail("checking " + files.size() + " files");
        Parts parts = Parts.check(files, base.iris()::isArticle, problem);
        if (parts.files() > 0) {
            if (isNew) {
                make(parts, said);
            } else {
                add(parts, said);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            said.note(
                    String.format(
                            Locale.ROOT,
                            "%,d articles from %,d files in %s: %,d quads, %.1f s, %,.0f quads/s",
                            parts.articles(),
                            parts.files(),
                            store.folder(),
                            quads,
                            seconds,
                            quads / seconds));
        }
        return problems == 0 ? Cli.DONE : parts.files() == 0 ? Cli.WRONG : Cli.FAILED;
    }

    /** A store of these articles where there is none. */
    private void make(Parts parts, Messages said) {
        try (NewStore made = NewStore.beside(store.folder(), Version.current())) {
            fill(made, parts, said);
            refresh(made.store());
            made.moveIntoPlace();
        }
    }

    // The graphs of an article need not stand together in a file: a store of their own gathers
    // them.
    private void add(Parts parts, Messages said) {
        try (Store target = Store.open(store.folder());
                NewStore gathered = NewStore.beside(store.folder(), Version.current())) {
            refresh(target);
            fill(gathered, parts, said);
            said.detail("putting them into " + store.folder());
            parts.copy(gathered.store(), target);
        }
    }

    private void refresh(Store refreshed) {
        DataFiles files = data.files();
        refreshed.refresh(
                files.hash(),
                () ->
                        Pipeline.background(
                                Ontology.read(files), Gazetteer.load(files), base.iris()));
    }

    private void fill(NewStore filled, Parts parts, Messages said) {
        said.detail("loading " + parts.articles() + " articles");
        if (said.showsProgress()) {
            try (ProgressBar progress =
                    new ProgressBarBuilder()
                            .setTaskName("load")
                            .setUnit(" quads", 1)
                            .setInitialMax(-1)
                            .showSpeed()
                            .setStyle(ProgressBarStyle.ASCII)
                            .setConsumer(new ConsoleProgressBarConsumer(said.stream()))
                            .build()) {
                filled.fill(quad -> parts.read(counted(quad.andThen(q -> progress.step()))));
            }
        } else {
            filled.fill(quad -> parts.read(counted(quad)));
        }
    }

    private Consumer<Quad> counted(Consumer<Quad> taker) {
        return quad -> {
            quads++;
            taker.accept(quad);
        };
    }

    private static List<Path> files(String name) {
        Path path = Path.of(name);
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> walk = Files.walk(path)) {
                    return found(walk.filter(LoadCommand::isPart).sorted().toList(), name);
                }
            }
            if (Files.notExists(path) && name.matches(".*[*?\\[{].*")) {
                List<Path> matching = new ArrayList<>();
                Path folder = path.toAbsolutePath().getParent();
                try (DirectoryStream<Path> all =
                        Files.newDirectoryStream(folder, path.getFileName().toString())) {
                    all.forEach(matching::add);
                }
                return found(matching.stream().sorted().toList(), name);
            }
        } catch (IOException e) {
            throw new InputException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
        if (Files.notExists(path)) {
            throw new InputException(name + ": no such file");
        }
        return List.of(path);
    }

    private static List<Path> found(List<Path> files, String name) {
        if (files.isEmpty()) {
            throw new InputException(
                    name + ": no such file (" + String.join(", ", SUFFIXES) + ") there");
        }
        return files;
    }

    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && SUFFIXES.stream().anyMatch(name::endsWith);
    }
}
