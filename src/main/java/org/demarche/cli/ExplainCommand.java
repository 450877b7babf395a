package org.demarche.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.article.ArticleSink;
import org.demarche.article.TextReader;
import org.demarche.entity.Actor;
import org.demarche.entity.Mention;
import org.demarche.event.Event;
import org.demarche.event.Verdict;
import org.demarche.source.InputException;
import org.demarche.text.Sentence;
import org.demarche.text.Token;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche explain}: how the program understands an article, and why. */
@Command(
        name = "explain",
        description = {
            "Shows how the program reads a text: sentences, mentions, events,",
            "and of each word that could have made an event why it did or did not."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche explain article.txt",
            "  demarche explain --tokens --text 'Iraq threatened to expel the ambassador.'"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.WithData data;
    @Mixin private Options.Messages messages;

    @Option(names = "--tokens", description = "Show the words with their analysis too.")
    private boolean tokens;

    @ArgGroup(multiplicity = "1")
    private What what;

    /** Files, or a text on the command line. */
    static final class What {
        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Article files.")
        private List<String> files = List.of();

        @Option(names = "--text", paramLabel = "TEXT", description = "A sentence or more.")
        private Optional<String> text = Optional.empty();
    }

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Explaining explaining = new Explaining();
        if (what.text.isPresent()) {
            explaining.article(new TextReader().parse(what.text.get(), "--text"));
        } else {
            new ArticleFiles(console.in()).read(what.files, explaining);
        }
        if (explaining.problems == 0) {
            return Cli.DONE;
        }
        return explaining.pipeline.isEmpty() ? Cli.WRONG : Cli.FAILED;
    }

    private final class Explaining implements ArticleSink {
        private final Messages said = new Messages(console, messages);
        private Optional<Pipeline> pipeline = Optional.empty();
        private int problems;

        @Override
        public void article(Article article) {
            if (pipeline.isEmpty()) {
                pipeline = Optional.of(Pipeline.loadToRead(data.files()));
            }
            explain(article, pipeline.get().read(article));
        }

        @Override
        public void problem(InputException problem) {
            problems++;
            said.problem(problem.getMessage());
        }

        @Override
        public void warning(String line) {
            said.note(line);
        }
    }

    private void explain(Article article, Pipeline.Understanding understood) {
        PrintStream out = console.out();
        out.println(
                "article "
                        + article.id()
                        + article.published().map(day -> ", published " + day).orElse(""));
        for (Sentence sentence : understood.sentences()) {
            out.println();
            out.println(
                    "[" + sentence.index() + "] " + oneLine(sentence.span().of(article.text())));
            if (tokens) {
                sentence.tokens().forEach(token -> out.println("    " + line(token)));
            }
            for (Mention mention : understood.mentions().in(sentence)) {
                out.println("  mention  " + line(mention, article));
            }
            for (Event event : understood.reading().events()) {
                if (sentence.span().contains(event.evidence().get(0).trigger())) {
                    out.println("  event    " + line(event));
                }
            }
            for (Verdict verdict : understood.reading().verdicts()) {
                if (verdict.sentence() == sentence.index()) {
                    out.println(
                            "  "
                                    + (verdict.isCoded() ? "coded    " : "not      ")
                                    + line(verdict, article));
                }
            }
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String line(Token token) {
        return String.format(
                "%3d  %-18s %-18s %-6s %-5s %3d  %s",
                token.index(),
                token.form(),
                token.lemma(),
                token.upos(),
                token.xpos(),
                token.head(),
                token.relation());
    }

    private static String line(Mention mention, Article article) {
        String whom = names(mention.actors());
        String where = mention.place().map(p -> "at " + p.name()).orElse("");
        return "\""
                + oneLine(mention.span().of(article.text()))
                + "\" is "
                + (mention.isPlace() || whom.isEmpty() ? where : whom)
                + " ("
                + mention.why()
                + ")";
    }

    private static String line(Event event) {
        StringBuilder line = new StringBuilder();
        line.append(event.type().name()).append(" (").append(event.factuality().localName());
        line.append(")");
        append(line, "actor", names(event.actors()));
        append(line, "recipient", names(event.recipients()));
        append(line, "at", event.place().map(p -> p.name()).orElse(""));
        append(line, "on", event.date().flatMap(d -> d.value()).orElse(""));
        append(line, "content", String.join(", ", event.contents()));
        append(line, "if", String.join(", ", event.conditions()));
        append(line, "source", names(event.attributions().stream().map(a -> a.source()).toList()));
        return line + "  [" + event.key() + "]";
    }

    private static void append(StringBuilder line, String name, String value) {
        if (!value.isEmpty()) {
            line.append("  ").append(name).append(": ").append(value);
        }
    }

    private static String names(List<Actor> actors) {
        return actors.stream().map(Actor::name).collect(Collectors.joining(" + "));
    }

    private static String line(Verdict verdict, Article article) {
        return "\""
                + oneLine(verdict.word().of(article.text()))
                + "\": "
                + verdict.reason()
                + " ("
                + verdict.row()
                + ")";
    }
}
