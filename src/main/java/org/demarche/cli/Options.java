package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.demarche.Version;
import org.demarche.article.Article;
import org.demarche.article.FieldNames;
import org.demarche.article.Web;
import org.demarche.corpus.Selection;
import org.demarche.graph.Iris;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import picocli.CommandLine.Option;

/** The options that several commands share, one mixin each. */
final class Options {
    private Options() {}

    /** Where the store is. */
    static final class InStore {
        @Option(
                names = "--store",
                paramLabel = "DIR",
                defaultValue = "demarche-store",
                description = "The store's folder (default: ${DEFAULT-VALUE}).")
        private Path folder;

        Path folder() {
            return folder;
        }
    }

    /** Which data files. */
    static final class WithData {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description =
                        "Read ontology/, queries/ and data/ from this folder instead of those in the program.")
        private Optional<Path> folder;

        Optional<Path> folder() {
            return folder;
        }

        DataFiles files() {
            return folder.map(DataFiles::at).orElseGet(DataFiles::bundled);
        }
    }

    /** Under which IRIs. */
    static final class UnderBase {
        @Option(
                names = "--base",
                paramLabel = "IRI",
                defaultValue = Iris.DEFAULT_BASE,
                description =
                        "Where IRIs of articles and actors begin (default: ${DEFAULT-VALUE}).")
        private String base;

        Iris iris() {
            return new Iris(base);
        }

        String text() {
            return base;
        }
    }

    /** How much is said on standard error. */
    static final class Messages {
        @Option(
                names = {"-q", "--quiet"},
                description = "Say nothing but what went wrong.")
        private boolean quiet;

        @Option(
                names = {"-v", "--verbose"},
                description = "Say what is being done.")
        private boolean verbose;

        boolean quiet() {
            return quiet;
        }

        boolean verbose() {
            return verbose && !quiet;
        }
    }

    /** What the fields of an article are called in the files. */
    static final class Fields {
        @Option(
                names = "--map",
                paramLabel = "FIELD=NAME,…",
                description =
                        "What JSON Lines and CSV call the fields id, title, published, publisher, url and text, such as text=body,published=date.")
        private Optional<String> pairs;

        FieldNames names() {
            return pairs.map(FieldNames::parse).orElse(FieldNames.OWN);
        }
    }

    /** How addresses of the web are fetched. */
    static final class OnWeb {
        @Option(
                names = "--allow-private",
                description = "Fetch also from addresses of this machine and its own network.")
        private boolean allowPrivate;

        @Option(
                names = "--user-agent",
                paramLabel = "NAME",
                description =
                        "What to call oneself to web sites, such as herald-reader/1.0 (desk@herald.example); their robots.txt is obeyed.")
        private Optional<String> agent;

        Web web() {
            return new Web(
                    agent.orElseGet(() -> "demarche/" + Version.current()),
                    allowPrivate,
                    Duration.ofMinutes(1));
        }
    }

    /** What is too much, and what is wanted. */
    static final class Limits {
        @Option(
                names = "--max-chars",
                paramLabel = "N",
                defaultValue = "1000000",
                description = "Leave out articles that are longer (default: ${DEFAULT-VALUE}).")
        private int chars;

        @Option(
                names = "--max-sentences",
                paramLabel = "N",
                defaultValue = "5000",
                description = "Leave out articles that have more (default: ${DEFAULT-VALUE}).")
        private int sentences;

        @Option(
                names = "--max-seconds",
                paramLabel = "N",
                defaultValue = "300",
                description =
                        "Leave out articles whose reading takes longer (default: ${DEFAULT-VALUE}).")
        private int seconds;

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "How many articles are read at once (default: one a core).")
        private Optional<Integer> threads;

        @Option(names = "--limit", paramLabel = "N", description = "Read no more than N articles.")
        private Optional<Integer> articles;

        @Option(
                names = "--since",
                paramLabel = "DATE",
                description = "Leave out articles published before that day.")
        private Optional<LocalDate> since;

        org.demarche.corpus.Limits limits() {
            atLeastOne("--max-chars", chars);
            atLeastOne("--max-sentences", sentences);
            atLeastOne("--max-seconds", seconds);
            return new org.demarche.corpus.Limits(chars, sentences, Duration.ofSeconds(seconds));
        }

        int threads() {
            threads.ifPresent(n -> atLeastOne("--threads", n));
            return threads.orElse(Runtime.getRuntime().availableProcessors());
        }

        /** Which articles are read, less those that need not be read again. */
        Selection selection(Predicate<Article> unchanged) {
            articles.ifPresent(n -> atLeastOne("--limit", n));
            return new Selection(since, articles, unchanged);
        }

        private static void atLeastOne(String option, int value) {
            if (value < 1) {
                throw new InputException(option + " " + value + ": use a number from 1 on");
            }
        }
    }
}
