package org.demarche.spark;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;

/** Text files that are named for what is in them: {@code part-r-00007.nq.gz}. */
public final class QuadParts extends TextOutputFormat<NullWritable, Text> {
    @Override
    public Path getDefaultWorkFile(TaskAttemptContext context, String extension)
            throws IOException {
        return super.getDefaultWorkFile(context, ".nq" + extension);
    }
}
