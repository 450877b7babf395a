package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.demarche.text.Training;
import org.demarche.text.Tree;
import org.demarche.text.Treebank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche train}: the models of {@code data/models} anew from treebanks. */
@Command(
        name = "train",
        description = {
            "Makes a model from treebanks (CoNLL-U, plain or .gz): where words and sentences end,",
            "parts of speech and lemmas, or dependencies. The same files and options give the same",
            "bytes."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExample:%n",
        footer =
                "  demarche train parser gold.conllu.gz --silver news.conllu.gz --out parser.bin.gz")
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.Messages messages;

    @Parameters(index = "0", paramLabel = "MODEL", description = "${COMPLETION-CANDIDATES}")
    private Model model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TREEBANK",
            description = "Trees made by people; they count twice.")
    private List<Path> gold;

    @Option(
            names = "--silver",
            paramLabel = "TREEBANK",
            description = "Trees made by a program, for more words; they count once.")
    private List<Path> silver = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The model file.")
    private Path out;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Passes over the trees (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "In how many orders of the trees the tagger or parser is learnt anew; what was learnt is averaged (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--tag-rounds",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "Passes of the taggers whose tags the parser learns from (default: ${DEFAULT-VALUE}).")
    private int tagRounds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the first order of the trees (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** What can be trained and evaluated. */
    enum Model {
        TOKENS,
        TAGGER,
        PARSER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Messages said = new Messages(console, messages);
        Training training = new Training(trees(gold), trees(silver), seed, said::note);
        switch (model) {
            case TOKENS -> training.tokens(out);
            case TAGGER -> training.tagger(out, rounds, orders);
            case PARSER -> training.parser(out, rounds, orders, tagRounds);
        }
        return Cli.DONE;
    }

    static List<Tree> trees(List<Path> files) {
        return files.stream().flatMap(file -> Treebank.read(file).stream()).toList();
    }
}
