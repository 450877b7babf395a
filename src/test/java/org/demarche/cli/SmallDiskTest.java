package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.demarche.corpus.News;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds on a disk that fills up or cannot be written to: a mount of a few megabytes of memory. */
class SmallDiskTest {
    private static final int MEGABYTES = 220;

    @TempDir private Path temp;
    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        // not in the folder that JUnit deletes: a busy disk cannot be taken away at once
        disk = Files.createTempDirectory("demarche-disk");
        assumeTrue(
                mount("-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString()),
                "a small disk can only be mounted by root where mounting is allowed");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", "--lazy", disk.toString());
        disk.toFile().delete();
    }

    private static boolean mount(String... options) throws IOException, InterruptedException {
        String[] command = new String[options.length + 1];
        command[0] = "mount";
        System.arraycopy(options, 0, command, 1, options.length);
        return run(command);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            assumeTrue(false, "there is no " + command[0] + " on this machine");
            throw e;
        }
    }

    private Path news(int articles) throws IOException {
        return Files.writeString(temp.resolve("news.jsonl"), News.lines(articles));
    }

    @Test
    void fullDiskKeepsWhatWasCommittedAndTheBuildGoesOnWhenThereIsRoom() throws IOException {
        Path store = disk.resolve("store");
        BuildCommandTest.run("build", "--store", store, "--limit", 20, news(150));
        List<String> before = BuildCommandTest.quads(store);
        Path other = disk.resolve("other");
        long left = disk.toFile().getUsableSpace();
        try (RandomAccessFile file = new RandomAccessFile(other.toFile(), "rw")) {
            byte[] megabyte = new byte[1 << 20];
            for (long free = left; free > 20 << 20; free -= megabyte.length) {
                file.write(megabyte);
            }
        }

        String full = BuildCommandTest.run("build", "--resume", "--store", store, news(150));

        assertThat(full).contains("the disk is nearly full").contains("--resume");
        assertThat(full).doesNotStartWith("0");
        assertThat(BuildCommandTest.quads(store)).isEqualTo(before);

        Files.delete(other);
        assertThat(BuildCommandTest.run("build", "--resume", "--store", store, news(150)))
                .startsWith("0\n130 articles");
        Path roomy = temp.resolve("roomy");
        BuildCommandTest.run("build", "--store", roomy, news(150));
        assertThat(BuildCommandTest.quads(store)).isEqualTo(BuildCommandTest.quads(roomy));
    }

    @Test
    void diskWithoutRoomForANewStoreSaysSo() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(disk.resolve("o").toFile(), "rw")) {
            file.write(new byte[(MEGABYTES - 10) << 20]);
        }

        assertThat(BuildCommandTest.run("build", "--store", disk.resolve("store"), news(1)))
                .startsWith("2\n")
                .contains("the disk is nearly full");
    }

    @Test
    void readOnlyFolderIsNamed() throws IOException, InterruptedException {
        Path store = disk.resolve("store");
        BuildCommandTest.run("build", "--store", store, news(1));
        assumeTrue(mount("-o", "remount,ro", disk.toString()), "the disk stays writable");

        assertThat(BuildCommandTest.run("build", "--store", store, news(1)))
                .startsWith("2\n")
                .contains("the store cannot be opened")
                .contains("must be one that you may write to");
        assertThat(BuildCommandTest.run("build", "--store", disk.resolve("new"), news(1)))
                .startsWith("2\n")
                .contains("the store cannot be made there");
    }
}
