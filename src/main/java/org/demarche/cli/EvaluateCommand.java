package org.demarche.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.article.ArticleSink;
import org.demarche.event.AcceptedTypes;
import org.demarche.event.EventScore;
import org.demarche.event.GoldArticle;
import org.demarche.event.GoldEvents;
import org.demarche.source.InputException;
import org.demarche.source.Problems;
import org.demarche.text.Analyzer;
import org.demarche.text.Evaluation;
import org.demarche.text.Tree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code demarche evaluate}: the events against a reader's, the models against a treebank, speed.
 */
@Command(
        name = "evaluate",
        description = {
            "Measures how well the program reads, and how fast.",
            "events: the events that it finds against those that a reader found;",
            "tokens, tagger, parser: its models against treebanks; speed: words a second."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche evaluate events gold.jsonl articles.jsonl",
            "  demarche evaluate events gold.jsonl articles.jsonl --errors --format json",
            "  demarche evaluate parser en_ewt-test.conllu.gz",
            "  demarche evaluate speed articles.jsonl.gz",
            "",
            "A line of the gold is an article: {\"id\": \"a1\", \"events\": [{\"s\": 0, \"trigger\": \"expelled\",",
            "\"class\": \"SANCTION\", \"actor\": [\"IRQ\"], \"recipient\": [\"SWE\"], \"factuality\": \"actual\"}]};",
            "s is the paragraph, from 0, class a PLOVER type, factuality actual, planned, possible or denied."
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.WithData data;

    @Parameters(index = "0", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private What what;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "For events, the gold and the articles (JSON Lines); for speed, article files; else treebanks (CoNLL-U, plain or .gz).")
    private List<Path> files;

    @Option(names = "--errors", description = "List each event that is missed, extra or wrong.")
    private boolean errors;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "Of the report on events: ${COMPLETION-CANDIDATES} (default: text).")
    private Optional<Format> format = Optional.empty();

    /** How a report is written. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is measured. */
    enum What {
        EVENTS,
        TOKENS,
        TAGGER,
        PARSER,
        SPEED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (what == What.EVENTS) {
            return events();
        }
        if (errors || format.isPresent()) {
            throw new InputException("--errors and --format are for: evaluate events");
        }
        if (what == What.SPEED) {
            return new SpeedReport(console, data.files(), SpeedReport.LENGTHS).print(files);
        }
        List<Tree> gold = TrainCommand.trees(files);
        Evaluation evaluation = new Evaluation(Analyzer.load(data.files()));
        console.out()
                .print(
                        switch (what) {
                            case TOKENS -> evaluation.tokens(gold);
                            case TAGGER -> evaluation.tagger(gold);
                            case PARSER -> evaluation.parser(gold).report();
                            case EVENTS, SPEED -> "";
                        });
        return Cli.DONE;
    }

    private int events() {
        if (files.size() != 2) {
            throw new InputException(
                    "evaluate events needs two files: the gold and its articles; "
                            + files.size()
                            + " given");
        }
        Pipeline pipeline = Pipeline.loadToRead(data.files());
        AcceptedTypes accepted = AcceptedTypes.load(data.files(), pipeline.ontology());
        List<Article> articles = articles(files.get(1));
        List<GoldArticle> gold = GoldEvents.read(files.get(0), articles, pipeline.ontology());
        EventScore score = new EventScore(accepted);
        for (GoldArticle each : gold) {
            score.add(each, pipeline.read(each.article()).reading().events());
        }
        if (gold.size() < articles.size()) {
            console.err()
                    .println(
                            articles.size()
                                    - gold.size()
                                    + " of "
                                    + articles.size()
                                    + " articles left out: no line for them in "
                                    + files.get(0));
        }
        EventReport report = new EventReport(score, errors);
        if (format.orElse(Format.TEXT) == Format.JSON) {
            report.json(console.out());
        } else {
            report.text(console.out());
        }
        return Cli.DONE;
    }

    private List<Article> articles(Path file) {
        Map<String, Article> articles = new LinkedHashMap<>();
        Problems problems = new Problems();
        new ArticleFiles(console.in())
                .read(
                        List.of(file.toString()),
                        new ArticleSink() {
                            @Override
                            public void article(Article article) {
                                if (articles.putIfAbsent(article.id(), article) != null) {
                                    problem(
                                            new InputException(
                                                    file
                                                            + ": a second article '"
                                                            + article.id()
                                                            + "'"));
                                }
                            }

                            @Override
                            public void problem(InputException problem) {
                                problems.add(problem);
                            }

                            @Override
                            public void warning(String line) {
                                console.err().println(line);
                            }
                        });
        problems.throwIfAny();
        return List.copyOf(articles.values());
    }
}
