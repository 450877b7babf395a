package org.demarche.spark;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.demarche.article.FieldNames;
import org.demarche.corpus.CorpusReader;
import org.demarche.corpus.Limits;
import scala.Tuple2;

/**
 * Reads articles on many machines. The result does not depend on how many: articles are dealt out
 * by their ids, of two versions of an article the later counts as it does on one machine, and each
 * is read by the same {@link CorpusReader}.
 */
public final class SparkReading {
    private final SparkSession spark;
    private final SharedPipeline pipeline;
    private final FieldNames names;
    private final Limits limits;
    private final int parts;

    /** What was done: articles read, their events, articles and lines left out for a fault. */
    public record Summary(long articles, long events, long problems) {}

    public SparkReading(
            SparkSession spark,
            SharedPipeline pipeline,
            FieldNames names,
            Limits limits,
            int parts) {
        this.spark = spark;
        this.pipeline = pipeline;
        this.names = names;
        this.limits = limits;
        this.parts = parts;
    }

    /**
     * Reads the inputs into a new folder: {@code quads/}, N-Quads; {@code events/}, a Parquet
     * table; {@code left-out/}, JSON Lines.
     *
     * @param inputs files, folders and patterns of whatever the executors can read; those whose
     *     name ends in {@code .parquet} are tables, others articles as for {@code build}
     */
    public Summary read(List<String> inputs, String output) {
        Dataset<Row> outcomes = outcomes(articles(inputs)).persist(StorageLevel.DISK_ONLY());
        writeQuads(outcomes, output + "/quads");
        Dataset<Row> events =
                outcomes.select(functions.explode(outcomes.col("events")).as("e")).select("e.*");
        events.write().parquet(output + "/events");
        Dataset<Row> leftOut = outcomes.filter(outcomes.col("reason").isNotNull());
        leftOut.select("article", "reason", "problem", "why")
                .coalesce(1)
                .sort("article", "why")
                .write()
                .json(output + "/left-out");
        Row counts =
                outcomes.agg(
                                functions.count("quads"),
                                functions.sum(functions.size(outcomes.col("events"))),
                                functions.count(functions.when(outcomes.col("problem"), true)))
                        .first();
        outcomes.unpersist();
        return new Summary(
                counts.getLong(0), counts.isNullAt(1) ? 0 : counts.getLong(1), counts.getLong(2));
    }

    private Dataset<Row> articles(List<String> inputs) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        context.hadoopConfiguration()
                .set("mapreduce.input.fileinputformat.input.dir.recursive", "true");
        JavaRDD<Row> rows = context.emptyRDD();
        FieldNames fields = names;
        for (int i = 0; i < inputs.size(); i++) {
            int input = i;
            rows =
                    rows.union(
                            inputs.get(i).matches(".*\\.parquet/?")
                                    ? table(inputs.get(i), input)
                                    : context.binaryFiles(inputs.get(i))
                                            .values()
                                            .flatMap(
                                                    file ->
                                                            new FoundArticles(
                                                                    file, input, fields)));
        }
        return spark.createDataFrame(rows, Rows.ARTICLE);
    }

    /** Each row of a table is a line of JSON Lines. */
    private JavaRDD<Row> table(String path, int input) {
        FieldNames fields = names;
        Dataset<Row> table = spark.read().parquet(path);
        return table.select(
                        functions.to_json(functions.struct("*")),
                        functions.col("_metadata.file_path"),
                        functions.col("_metadata.row_index"))
                .toJavaRDD()
                .map(
                        row ->
                                TableRow.read(
                                        row.getString(0),
                                        input,
                                        row.getString(1),
                                        row.getLong(2),
                                        fields));
    }

    private Dataset<Row> outcomes(Dataset<Row> articles) {
        Broadcast<SharedPipeline> shared =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(pipeline);
        Limits bounds = limits;
        MapPartitionsFunction<Row, Row> reading =
                rows -> new Outcomes(rows, shared.value().get(), bounds);
        return articles.repartition(parts, articles.col("id"))
                .sortWithinPartitions("id", "input", "file", "number")
                .mapPartitions(reading, Encoders.row(Rows.OUTCOME));
    }

    private static void writeQuads(Dataset<Row> outcomes, String folder) {
        Configuration written =
                new Configuration(outcomes.sparkSession().sparkContext().hadoopConfiguration());
        written.setBoolean(FileOutputFormat.COMPRESS, true);
        written.setClass(FileOutputFormat.COMPRESS_CODEC, GzipCodec.class, CompressionCodec.class);
        JavaPairRDD<NullWritable, Text> quads =
                outcomes.filter(outcomes.col("quads").isNotNull())
                        .select("quads")
                        .toJavaRDD()
                        .mapToPair(
                                row ->
                                        new Tuple2<>(
                                                NullWritable.get(), new Text(row.getString(0))));
        quads.saveAsNewAPIHadoopFile(
                folder, NullWritable.class, Text.class, QuadParts.class, written);
    }
}
