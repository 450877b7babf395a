package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;

class AnyReaderTest {
    private static final String RSS =
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>North Herald</title><link>https://n.example</link><description>d</description>
            <item><title>Envoys meet</title><link>https://n.example/1</link><guid>n1</guid>
            <pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>Envoys met in Oslo.</p><p>They parted.</p>]]></content:encoded></item>
            <item><title>Talks fail</title><guid>n2</guid><description>Talks failed in Lima.</description></item>
            </channel></rss>
            """;

    private static Found read(String name, byte[] content) {
        return read(name, content, FieldNames.OWN);
    }

    private static Found read(String name, byte[] content, FieldNames names) {
        Found found = new Found();
        new AnyReader(names).read(new ByteArrayInputStream(content), name, found);
        return found;
    }

    private static Found read(String name, String content) {
        return read(name, bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
            out.closeEntry();
            out.putNextEntry(new ZipEntry("last.txt"));
            out.write(bytes("Talks failed."));
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void contentSaysWhatAFileIsWhateverItsName() {
        String page = "<!DOCTYPE html><title>A</title><p>Envoys met in Oslo.</p>";

        assertThat(read("page.txt", page).articles.get(0).text()).isEqualTo("Envoys met in Oslo.");
        assertThat(read("lines.txt", "{\"text\":\"Envoys met.\"}\n").articles.get(0).text())
                .isEqualTo("Envoys met.");
        assertThat(read("plain.html", "Envoys met.").articles.get(0).text())
                .isEqualTo("Envoys met.");
        assertThat(read("feed.html", RSS).articles).hasSize(2);
    }

    @Test
    void feedItemsAreReadInFullOrElseTheirSummary() {
        Found found = read("feed.xml", RSS);

        Article first = found.articles.get(0);
        assertThat(first.id()).isEqualTo("n1");
        assertThat(first.title()).contains("Envoys meet");
        assertThat(first.published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(first.publisher()).contains("North Herald");
        assertThat(first.text()).isEqualTo("Envoys met in Oslo.\n\nThey parted.");
        assertThat(found.articles.get(1).text()).isEqualTo("Talks failed in Lima.");
        assertThat(found.warnings)
                .containsExactly("feed.xml: of 1 items only the summary was there to be read");
    }

    @Test
    void entitiesThatUnfoldWithoutEndAreRefused() {
        String laughs =
                """
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">
                <!ENTITY c SYSTEM "file:///etc/passwd">]>
                <rss version="2.0"><channel><title>&b;</title><item><title>&c;</title></item></channel></rss>
                """;

        Found found = read("feed.xml", laughs);

        assertThat(found.articles).isEmpty();
        assertThat(found.problems).hasSize(1);
    }

    @Test
    void newsXmlOfAgenciesIsRead() {
        Article nitf =
                read(
                                "a.xml",
                                """
                                <?xml version="1.0"?><nitf><head><title>x</title><docdata><doc-id id-string="w1"/>
                                <date.issue norm="20210304T100000Z"/></docdata></head><body><body.head><hedline>
                                <hl1>Envoys meet</hl1></hedline><distributor>Test Wire</distributor></body.head>
                                <body.content><p>Envoys met in <location>Oslo</location>.</p><media><caption><p>Rain.</p>
                                </caption></media><p>They parted.</p></body.content></body></nitf>
                                """)
                        .articles
                        .get(0);
        Article newsml =
                read(
                                "b.xml",
                                """
                                <newsItem guid="urn:w:2"><itemMeta><versionCreated>2021-03-05T01:00:00Z</versionCreated>
                                <provider literal="Test Wire"/></itemMeta><contentMeta><headline>Talks fail</headline></contentMeta>
                                <contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><p>Talks failed.</p></body></html>
                                </inlineXML></contentSet></newsItem>
                                """)
                        .articles
                        .get(0);

        assertThat(nitf.id()).isEqualTo("w1");
        assertThat(nitf.title()).contains("Envoys meet");
        assertThat(nitf.published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(nitf.publisher()).contains("Test Wire");
        assertThat(nitf.text()).isEqualTo("Envoys met in Oslo.\n\nThey parted.");
        assertThat(newsml.title()).contains("Talks fail");
        assertThat(newsml.published()).contains(LocalDate.of(2021, 3, 5));
        assertThat(newsml.publisher()).contains("Test Wire");
        assertThat(newsml.text()).isEqualTo("Talks failed.");
    }

    @Test
    void fieldsMayHaveOtherNames() {
        FieldNames names = FieldNames.parse("text=body,published=date");

        Found csv =
                read(
                        "a.csv",
                        bytes("id,date,body\n7,4 March 2021,\"Envoys met,\nthen left.\"\n8,,\n"),
                        names);
        Found json =
                read(
                        "a.jsonl",
                        bytes("{\"body\":\"Envoys met.\",\"date\":\"2021-03-04 10:00\"}"),
                        names);

        assertThat(csv.articles.get(0).text()).isEqualTo("Envoys met,\nthen left.");
        assertThat(csv.articles.get(0).id()).isEqualTo("7");
        assertThat(csv.articles.get(0).published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(csv.problems).singleElement().asString().contains("'body' is empty");
        assertThat(json.articles.get(0).published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(json.warnings).isEmpty();
        assertThat(read("a.csv", "id,words\n1,x\n").problems)
                .singleElement()
                .asString()
                .startsWith("a.csv:1: no column 'text'");
        assertThatThrownBy(() -> FieldNames.parse("txt=body"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no field 'txt'");
    }

    @Test
    void markdownLosesItsMarks() {
        Article article =
                read(
                                "a.md",
                                """
                                ---
                                date: 2021-03-04
                                ---
                                # Envoys meet

                                **Envoys** met in [Oslo](https://o.example).

                                > They _parted_.
                                """)
                        .articles
                        .get(0);

        assertThat(article.title()).contains("Envoys meet");
        assertThat(article.published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(article.text()).isEqualTo("Envoys met in Oslo.\n\nThey parted.");
    }

    @Test
    void pagesOfAWebArchiveAreRead() throws IOException {
        String http =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<title>A</title><p>Envoys met in Oslo.</p>";
        String warc =
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\n"
                        + "WARC-Date: 2021-03-04T10:00:00Z\r\nWARC-Target-URI: https://n.example/2021/03/04/a\r\n"
                        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                        + http.length()
                        + "\r\n\r\n"
                        + http
                        + "\r\n\r\n";

        Found found = read("a.warc.gz", gzip(bytes(warc + warc)));

        assertThat(found.problems).isEmpty();
        assertThat(found.articles).hasSize(2);
        assertThat(found.articles.get(0).url()).contains("https://n.example/2021/03/04/a");
        assertThat(found.articles.get(0).published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(read("cut.warc", bytes(warc.substring(0, 150))).problems).hasSize(1);
    }

    @Test
    void archivesAreReadWithoutBeingUnpacked() throws IOException {
        Found zipped = read("a.zip", zip("one.txt", bytes("Envoys met.")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (String name : new String[] {"one.txt", "two.txt"}) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(11);
                tar.putArchiveEntry(entry);
                tar.write(bytes("Envoys met."));
                tar.closeArchiveEntry();
            }
        }
        Found tarred = read("a.tar.gz", gzip(bytes.toByteArray()));

        assertThat(zipped.articles)
                .extracting(Article::text)
                .containsExactly("Envoys met.", "Talks failed.");
        assertThat(tarred.articles).hasSize(2);
    }

    @Test
    void entryThatLeadsOutOfItsArchiveIsRefused() throws IOException {
        Found found = read("a.zip", zip("../../etc/cron.txt", bytes("Envoys met.")));

        assertThat(found.problems)
                .containsExactly(
                        "a.zip: the entry '../../etc/cron.txt' leads out of the archive; refused");
        assertThat(found.articles).extracting(Article::text).containsExactly("Talks failed.");
    }

    @Test
    void archiveThatUnfoldsWithoutMeasureIsRefused() throws IOException {
        byte[] bomb = new byte[40 << 20];

        Found found = read("a.zip", zip("one.txt", bomb));

        assertThat(found.articles).isEmpty();
        assertThat(found.problems)
                .singleElement()
                .asString()
                .contains("unfolds to more than 300 times");
    }

    @Test
    void archivesInArchivesHaveAnEnd() throws IOException {
        byte[] nested = bytes("Envoys met.");
        for (int i = 0; i < 9; i++) {
            nested = gzip(nested);
        }

        assertThat(read("a.txt.gz", nested).problems)
                .singleElement()
                .asString()
                .contains("archives in archives");
    }

    @Test
    void brokenArchivesAreProblems() {
        assertThat(read("a.gz", new byte[] {0x1f, (byte) 0x8b, 8, 1, 2}).problems).hasSize(1);
        assertThat(read("a.zip", new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9}).problems).hasSize(1);
    }

    @Test
    void recordWithoutAnAddressIsPassedOver() {
        String http =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Envoys met in Oslo.</p>";
        String warc =
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\n"
                        + "WARC-Date: 2021-03-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                        + "Content-Length: "
                        + http.length()
                        + "\r\n\r\n"
                        + http
                        + "\r\n\r\n";

        assertThat(read("a.warc", warc).articles).isEmpty();
    }

    @Test
    void nameOfAnEntryMayBeInAnyCharacterSet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            out.putNextEntry(new ZipEntry("août.txt"));
            out.write(bytes("Envoys met."));
        }

        assertThat(read("a.zip", bytes.toByteArray()).articles).hasSize(1);
    }

    @Test
    void sizeThatAnEntryOnlyClaimsIsNotReserved() throws IOException {
        long claimed = 10L << 30;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry("one.txt");
            entry.setSize(claimed);
            tar.putArchiveEntry(entry);
            tar.write(bytes("Envoys met."));
            tar.flush();
        } catch (IOException e) {
            // The archive ends before its entry does, as it is meant to.
            assertThat(e).isNotNull();
        }
        String warc =
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\n"
                        + "WARC-Date: 2021-03-04T10:00:00Z\r\nWARC-Target-URI: https://n.example/a\r\n"
                        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                        + claimed
                        + "\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                        + claimed
                        + "\r\n\r\n<p>Envoys";

        assertThat(read("a.tar", bytes.toByteArray()).problems)
                .singleElement()
                .asString()
                .contains("a.tar");
        assertThat(read("a.warc", warc).problems).isNotEmpty();
        assertThat(read("a.warc", warc).articles).isEmpty();
    }
}
