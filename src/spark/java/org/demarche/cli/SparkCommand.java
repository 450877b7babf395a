package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.demarche.source.InputException;
import org.demarche.spark.SharedPipeline;
import org.demarche.spark.SparkReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code spark-submit target/demarche-spark.jar} runs: articles read on many machines. */
@Command(
        name = "spark",
        description = {
            "Reads articles on a cluster: N-Quads, a table of events and what was left out.",
            "The same articles give the same graphs as on one machine. Load them with: demarche load OUT/quads"
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-submit --master local[4] demarche-spark.jar -o out news.jsonl.gz",
            "  spark-submit demarche-spark.jar --parts 2000 -o s3a://bucket/out 's3a://bucket/cc-news/*.warc.gz'"
        })
public final class SparkCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.WithData data;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Messages messages;
    @Mixin private Options.Limits limits;
    @Mixin private Options.Fields fields;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description =
                    "A new folder: OUT/quads, OUT/events (Parquet), OUT/left-out (JSON Lines).")
    private String output;

    @Option(
            names = "--parts",
            paramLabel = "N",
            description =
                    "How many parts the work is cut into; a part is to have some thousand articles (default: four a core).")
    private Optional<Integer> parts;

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description =
                    "Files, folders and patterns that all machines can read: Parquet tables (*.parquet), and all that build reads.")
    private List<String> inputs;

    SparkCommand(Console console) {
        this.console = console;
    }

    /** Takes the options of the command, which need not be named. */
    public static void main(String[] args) {
        Cli.start(
                Stream.concat(Stream.of("spark"), Stream.of(args)).toArray(String[]::new),
                List.of(SparkCommand::new));
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        SparkSession spark = SparkSession.builder().appName("demarche").getOrCreate();
        try {
            refuseIfThere(spark);
            SparkReading.Summary read =
                    new SparkReading(
                                    spark,
                                    new SharedPipeline(
                                            base.text(), data.folder().map(Path::toString)),
                                    fields.names(),
                                    limits.limits(),
                                    parts.orElse(4 * spark.sparkContext().defaultParallelism()))
                            .read(inputs, output);
            new Messages(console, messages)
                    .note(
                            String.format(
                                    Locale.ROOT,
                                    "%,d articles with %,d events in %s, %.1f s; %,d problems",
                                    read.articles(),
                                    read.events(),
                                    output,
                                    (System.nanoTime() - start) / 1e9,
                                    read.problems()));
            return read.problems() == 0 ? Cli.DONE : read.articles() == 0 ? Cli.WRONG : Cli.FAILED;
        } finally {
            spark.stop();
        }
    }

    private void refuseIfThere(SparkSession spark) {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(output);
        try {
            if (folder.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(folder)) {
                throw new InputException(output + ": exists already; name a new folder");
            }
        } catch (IOException e) {
            throw new InputException(output + ": cannot be made (" + e.getMessage() + ")", e);
        }
    }
}
