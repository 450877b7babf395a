package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.demarche.Mutation;

/**
 * Broken files of every format are problems or articles, never exceptions, and cost little time.
 * The long form: {@code mvn test -Dtest=ReadersFuzzTest -Djqwik.tries.default=100000}.
 */
class ReadersFuzzTest {
    private static final long SECONDS = 20;

    private static final class Seed {
        private final String name;
        private final byte[] content;

        Seed(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }
    }

    private static final List<Seed> SEEDS =
            List.of(
                    new Seed(
                            "a.txt",
                            bytes(
                                    "Title: Envoys meet\nDate: 2021-03-04\n\nEnvoys met in Oslo.\n\nThey parted.\n")),
                    new Seed("a.txt", bytes("date 2021-03-04\n\nEnvoys met in Oslo.")),
                    new Seed(
                            "a.md",
                            bytes(
                                    "---\ndate: 2021-03-04\n---\n# Envoys meet\n\n**Envoys** met in [Oslo](https://o.example).\n\n> They _parted_.\n\n1. One\n")),
                    new Seed(
                            "a.jsonl",
                            bytes(
                                    "{\"id\":\"a1\",\"published\":\"2021-03-04\",\"url\":\"https://n.example\",\"text\":\"Envoys met.\"}\n{\"text\":\"They \\u00e9 parted.\"}\n")),
                    new Seed(
                            "a.csv",
                            bytes(
                                    "id,published,text\n7,2021-03-04,\"Envoys met,\nthen left.\"\n8,,x\n")),
                    new Seed(
                            "a.html",
                            bytes(
                                    "<!DOCTYPE html><html><head><meta charset=utf-8><title>Envoys meet | N</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Envoys meet\",\"datePublished\":\"2021-03-04\",\"articleBody\":\"Envoys met.\"}</script><meta property='og:title' content='Envoys meet'></head><body><nav>Home</nav><article><h1>Envoys meet</h1><time datetime='2021-03-04'>4 March 2021</time><p>Envoys met in Oslo on Monday, the minister said.</p><p>They parted<br><br>friends.</p><aside class='related'>More</aside></article></body></html>")),
                    new Seed(
                            "a.xml",
                            bytes(
                                    "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>N</title><link>https://n.example</link><description>d</description><item><title>Envoys meet</title><guid>1</guid><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>Envoys met.</p>]]></content:encoded></item></channel></rss>")),
                    new Seed(
                            "b.xml",
                            bytes(
                                    "<feed xmlns='http://www.w3.org/2005/Atom'><title>N</title><id>urn:1</id><updated>2021-03-04T10:00:00Z</updated><entry><title>Envoys meet</title><id>urn:2</id><updated>2021-03-04T10:00:00Z</updated><content type='html'>&lt;p&gt;Envoys met.&lt;/p&gt;</content></entry></feed>")),
                    new Seed(
                            "c.xml",
                            bytes(
                                    "<?xml version='1.0'?><nitf><head><title>x</title><docdata><doc-id id-string='w1'/><date.issue norm='20210304T100000Z'/></docdata></head><body><body.head><hedline><hl1>Envoys meet</hl1></hedline></body.head><body.content><p>Envoys met in <location>Oslo</location>.</p></body.content></body></nitf>")),
                    new Seed(
                            "d.xml",
                            bytes(
                                    "<newsItem guid='urn:w:2'><itemMeta><versionCreated>2021-03-05T01:00:00Z</versionCreated></itemMeta><contentMeta><headline>Talks fail</headline></contentMeta><contentSet><inlineXML><html><body><p>Talks failed.</p></body></html></inlineXML></contentSet></newsItem>")),
                    new Seed(
                            "a.warc",
                            bytes(
                                    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\nWARC-Date: 2021-03-04T10:00:00Z\r\nWARC-Target-URI: https://n.example/a\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 105\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<title>A</title><p>Envoys met in Oslo.</p>\r\n\r\n\r\n")),
                    new Seed("a.zip", zip()),
                    new Seed("a.tar", tar()),
                    new Seed(
                            "a.jsonl.gz",
                            gzip(bytes("{\"text\":\"Envoys met in Oslo.\"}\n".repeat(9)))));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : List.of("one.txt", "in/two.jsonl")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(bytes("{\"text\":\"Envoys met.\"}"));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            for (String name : List.of("one.txt", "in/two.txt")) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(11);
                out.putArchiveEntry(entry);
                out.write(bytes("Envoys met."));
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Property(seed = "20230720")
    void brokenFileIsAProblemOrAnArticle(@ForAll long seed) {
        Random random = new Random(seed);
        Seed good = SEEDS.get(random.nextInt(SEEDS.size()));
        String name = random.nextInt(4) > 0 ? good.name : SEEDS.get(random.nextInt(14)).name;
        byte[] broken = Mutation.of(good.content, random);
        FieldNames names =
                random.nextBoolean() ? FieldNames.OWN : FieldNames.parse("published=published");

        Found found = new Found();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        new AnyReader(names).read(new ByteArrayInputStream(broken), name, found);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;

        assertThat(spent).isLessThan(SECONDS * 1_000_000_000);
        assertThat(found.articles).allSatisfy(article -> assertThat(article.text()).isNotBlank());
        assertThat(found.problems)
                .allSatisfy(line -> assertThat(line).isNotBlank().hasSizeLessThan(20_000));
    }

    @Property(seed = "20230720")
    void readerOfOneFormatEndsOnAnyOther(@ForAll long seed) {
        Random random = new Random(seed);
        Seed any = SEEDS.get(random.nextInt(SEEDS.size()));
        byte[] content = random.nextBoolean() ? any.content : Mutation.of(any.content, random);
        List<ArticleReader> readers =
                List.of(
                        new TextReader(),
                        new MarkdownReader(),
                        new JsonLinesReader(),
                        new CsvReader(FieldNames.OWN),
                        new HtmlReader(),
                        new FeedReader(),
                        new NewsXmlReader(),
                        new WarcArticles());

        for (ArticleReader reader : readers) {
            Found found = new Found();
            reader.read(new ByteArrayInputStream(content), any.name, found);

            assertThat(found.articles)
                    .allSatisfy(article -> assertThat(article.text()).isNotBlank());
        }
    }
}
