package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.demarche.text.Analyzer;
import org.demarche.text.Evaluation;
import org.demarche.text.Tree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code demarche evaluate}: the models against a treebank, and their speed. */
@Command(
        name = "evaluate",
        description = "Measures how well the program reads sentences, and how fast.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche evaluate parser en_ewt-test.conllu.gz",
            "  demarche evaluate speed articles.jsonl.gz"
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
            description = "Treebanks (CoNLL-U, plain or .gz); for speed, article files.")
    private List<Path> files;

    /** What is measured. */
    enum What {
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
                            case SPEED -> "";
                        });
        return Cli.DONE;
    }
}
