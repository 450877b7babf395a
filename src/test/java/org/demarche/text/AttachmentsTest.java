package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
    private static final Tree GOLD =
            new Tree(
                    "x-1",
                    List.of(
                            new Tree.Word("Togo", "Togo", "PROPN", "NNP", 1, "nsubj:pass"),
                            new Tree.Word("hit", "hit", "VERB", "VBN", -1, "root"),
                            new Tree.Word("by", "by", "ADP", "IN", 3, "case"),
                            new Tree.Word("Mali", "Mali", "PROPN", "NNP", 1, "obl:agent")),
                    List.of(true, true, true, false));

    private static final List<String> TAGS =
            GOLD.words().stream().map(w -> w.upos() + "|" + w.xpos()).toList();

    @Test
    void subtypesCountForCoreArgumentsOnly() {
        Attachments attachments = new Attachments();

        attachments.add(
                GOLD,
                new Parser.Parse(
                        TAGS, List.of(1, -1, 3, 1), List.of("nsubj", "root", "case", "obl:agent")));

        assertThat(attachments.uas()).isEqualTo(100);
        assertThat(attachments.las()).isEqualTo(100);
        assertThat(attachments.core()).isEqualTo(50);
        assertThat(attachments.report()).contains("LAS   100.00", "nsubj");
    }

    @Test
    void wrongHeadIsWrongWhateverItsLabel() {
        Attachments attachments = new Attachments();

        attachments.add(
                GOLD,
                new Parser.Parse(
                        TAGS,
                        List.of(1, -1, 1, 1),
                        List.of("nsubj:pass", "root", "case", "obl:agent")));

        assertThat(attachments.uas()).isEqualTo(75);
        assertThat(attachments.las()).isEqualTo(75);
        assertThat(attachments.core()).isEqualTo(100);
    }
}
