package org.demarche.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.article.ArticleSink;
import org.demarche.article.TextReader;
import org.demarche.explain.ExplainFormat;
import org.demarche.explain.Explanation;
import org.demarche.source.InputException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche explain}: how the program understands an article, and why. */
@Command(
        name = "explain",
        description = {
            "Shows how the program reads a text: sentences, mentions, times, events,",
            "and of each word that could have made an event why it did or did not."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche explain article.txt",
            "  demarche explain --tokens --text 'Iraq threatened to expel the ambassador.'",
            "  demarche explain --format conllu news.jsonl > news.conllu"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.WithData data;
    @Mixin private Options.Messages messages;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text, conllu (a treebank with mentions, links and times in its last column) or json (a line an article) (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--tokens", description = "In text show the words with their analysis too.")
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
        Explaining explaining = new Explaining(ExplainFormat.require(format).explanation(tokens));
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
        private final Explanation explanation;
        private Optional<Pipeline> pipeline = Optional.empty();
        private int problems;

        Explaining(Explanation explanation) {
            this.explanation = explanation;
        }

        @Override
        public void article(Article article) {
            if (pipeline.isEmpty()) {
                pipeline = Optional.of(Pipeline.loadToRead(data.files()));
            }
            console.out().print(explanation.of(article, pipeline.get().read(article)));
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
}
