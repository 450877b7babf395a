package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '~',
            value = {
                "Peru's envoy won't go. = Peru 's envoy wo n't go .",
                "They don't, can't and couldn't leave. = They do n't , ca n't and could n't leave .",
                "Peru\u2019s envoy doesn\u2019t mind. = Peru \u2019s envoy does n\u2019t mind .",
                "A six-member team met al-Masri. = A six - member team met al - Masri .",
                "Gen. Okoye met U.S. officials on Jan. 5. = Gen. Okoye met U.S. officials on Jan. 5 .",
                "\"We protest,\" he said. = \" We protest , \" he said .",
                "\u201CWe protest,\u201D he said. = \u201C We protest , \u201D he said .",
                "They paid $2,500.50, or 12.5% more. = They paid $ 2,500.50 , or 12.5 % more .",
                "The talks \u2014 the third \u2014 failed... = The talks \u2014 the third \u2014 failed ...",
                "They cannot agree at 10:30 a.m. today. = They can not agree at 10:30 a.m. today .",
                "See http://example.org/a-b for more. = See http://example.org/a-b for more .",
                "The army (founded in 1950) left; it's over! = The army ( founded in 1950 ) left ; it 's over !",
                "The embassies' staff left. = The embassies ' staff left ."
            })
    void splitsAsTheTreebanksDo(String text, String words) {
        List<Span> tokens = Reading.ANALYZER.tokenizer().tokens(text, 0);

        assertThat(tokens).extracting(t -> t.of(text)).containsExactly(words.split(" "));
    }

    @Test
    void offsetsCountFromTheGivenPlace() {
        List<Span> tokens = Reading.ANALYZER.tokenizer().tokens("Peru's envoy", 100);

        assertThat(tokens)
                .containsExactly(new Span(100, 104), new Span(104, 106), new Span(107, 112));
    }

    @Test
    void nothingInNothingOut() {
        assertThat(Reading.ANALYZER.tokenizer().tokens("", 0)).isEmpty();
        assertThat(Reading.ANALYZER.tokenizer().tokens(" \u00A0 ", 0)).isEmpty();
    }
}
