package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxReaderTest {
    private static final Analyzer MODELS = Analyzer.load(DataFiles.bundled());
    private static final SyntaxReader READER = new SyntaxReader(MODELS.tagger(), MODELS.parser());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Small weavers in the towns around the lake face rivals from abroad .                             | weavers | face
                    But bakers caution them not to start selling bread at night .                                    | bakers | caution
                    Timber accounts for roughly 30 % of exports and half of the jobs .                               | Timber | accounts
                    The river 's share in a number of power deals lapsed by the 1990s .                              | share | lapsed
                    Rocket fire and ambushes by smugglers wounded at least nine drivers in Basra as a storm began .  | fire | wounded
                    """)
    void readsASentenceAgainWhoseVerbWasTakenForSomethingElse(
            String text, String subject, String verb) {
        // given
        List<String> words = List.of(text.split(" +"));

        // when
        Parser.Parse parse = READER.read(words);

        // then
        int root = parse.heads().indexOf(-1);
        assertThat(words.get(root)).isEqualTo(verb);
        assertThat(parse.heads().get(words.indexOf(subject))).isEqualTo(root);
        assertThat(parse.relations().get(words.indexOf(subject))).isEqualTo("nsubj");
    }

    @Test
    void leavesANounWithoutAVerbANoun() {
        // given
        List<String> words = List.of("The recent string of accidents on the coast .".split(" "));

        // when
        Parser.Parse parse = READER.read(words);

        // then
        assertThat(words.get(parse.heads().indexOf(-1))).isEqualTo("string");
    }

    @Test
    void leavesAHeadlineWithoutAFullStopAsItWasRead() {
        // given
        List<String> words = List.of("Estimates of losses range wide".split(" "));

        // when
        Parser.Parse parse = READER.read(words);

        // then
        assertThat(parse).isEqualTo(MODELS.parser().parse(words, MODELS.tagger().tag(words)));
    }
}
