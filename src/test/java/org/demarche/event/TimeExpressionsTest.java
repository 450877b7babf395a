package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.article.Article;
import org.demarche.article.Layout;
import org.demarche.source.DataFiles;
import org.demarche.text.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeExpressionsTest {
    private static final Analyzer ANALYZER = Analyzer.load(DataFiles.bundled());
    private static final Layout LAYOUT = Layout.load(DataFiles.bundled());

    /** A Thursday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2023, 7, 20);

    private static List<TimeExpression> find(String text, Optional<LocalDate> published) {
        Article article =
                new Article(
                        "a", Optional.empty(), published, Optional.empty(), Optional.empty(), text);
        return ANALYZER.analyze(article, LAYOUT.blocks(article)).stream()
                .flatMap(s -> TimeExpressions.find(s, published).stream())
                .toList();
    }

    private static String told(String text, Optional<LocalDate> published) {
        return find(text, published).stream()
                .map(
                        t ->
                                t.date().text()
                                        + "="
                                        + t.date().value().orElse("?")
                                        + t.date().end().map(e -> ".." + e).orElse(""))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The envoys met in Oslo on Wednesday.|Wednesday=2023-07-19
                    The envoys will meet in Oslo on Wednesday.|Wednesday=2023-07-26
                    The envoys met on Thursday.|Thursday=2023-07-20
                    The envoys will meet on Thursday.|Thursday=2023-07-20
                    The envoys are to hold talks on Monday.|Monday=2023-07-24
                    Talks are scheduled for Friday.|Friday=2023-07-21
                    Norway's parliament rejected the treaty late Tuesday.|late Tuesday=2023-07-18
                    Police arrested two men on Monday night.|Monday night=2023-07-17
                    The envoys left last Thursday.|last Thursday=2023-07-13
                    The envoys will leave next Thursday.|next Thursday=2023-07-27
                    Wednesday's attack killed two soldiers.|Wednesday=2023-07-19
                    """)
    void weekdayIsThePastOrTheComingOneByTheClause(String sentence, String expected) {
        assertThat(told(sentence, Optional.of(PUBLISHED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The accord was signed on July 4, 2021 in Oslo.|July 4, 2021=2021-07-04
                    The accord was signed on 4 July 2021.|4 July 2021=2021-07-04
                    Rebels attacked the town on June 29.|June 29=2023-06-29
                    Rebels attacked the town on December 5.|December 5=2022-12-05
                    Norway will hold the summit on January 12.|January 12=2024-01-12
                    The mission was closed on Thursday 29 June.|Thursday 29 June=2023-06-29
                    The mission was closed on Friday, June 30.|Friday, June 30=2023-06-30
                    The blast came in the early hours of July 20.|the early hours of July 20=2023-07-20
                    The accord was signed on May fifth.|May fifth=2023-05-05
                    The accord of 2021-07-04 failed.|2021-07-04=2021-07-04
                    He recalled the September 11 attacks.|September 11=2001-09-11
                    """)
    void datesTakeTheYearThatTheClausePointsTo(String sentence, String expected) {
        assertThat(told(sentence, Optional.of(PUBLISHED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Crowds stormed the mission last month.|last month=2023-06
                    In late June, crowds stormed the mission.|late June=2023-06
                    Crowds stormed the mission in mid-June.|mid-June=2023-06
                    Troops left in November.|November=2022-11
                    Troops will leave in November.|November=2023-11
                    Troops left in May 2003.|May 2003=2003-05
                    Troops left two weeks ago.|two weeks ago=2023-07
                    Troops left three days ago.|three days ago=2023-07-17
                    Troops left two years ago.|two years ago=2021
                    The two sides met earlier this year.|earlier this year=2023
                    The two sides met last year.|last year=2022
                    The two sides met earlier this month.|earlier this month=2023-07
                    Troops invaded in 2003.|2003=2003
                    Troops left after the 2003 invasion.|2003=2003
                    The envoys met last night.|last night=2023-07-19
                    The envoys met yesterday.|yesterday=2023-07-19
                    The envoys meet today.|today=2023-07-20
                    The envoys will meet tomorrow.|tomorrow=2023-07-21
                    The envoys met this morning.|this morning=2023-07-20
                    The envoys met over the weekend.|the weekend=2023-07-15..2023-07-16
                    """)
    void wordsSeenFromTheArticlesDayAreAsExactAsTheyCanBe(String sentence, String expected) {
        assertThat(told(sentence, Optional.of(PUBLISHED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The talks lasted from Monday to Wednesday.|Monday to Wednesday=2023-07-17..2023-07-19
                    The talks were held on July 10-12.|July 10-12=2023-07-10..2023-07-12
                    Ministers met between July 3 and July 5.|July 3 and July 5=2023-07-03..2023-07-05
                    """)
    void rangesHaveAFirstAndALastDay(String sentence, String expected) {
        assertThat(told(sentence, Optional.of(PUBLISHED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The mission is closed until further notice.|until further notice=?
                    It was stormed for the second time in less than a month.|less than a month=?
                    Thousands fled in the 1990s.|the 1990s=?
                    Envoys have met several times in the past two weeks.|the past two weeks=?
                    They met several days ago.|several days ago=?
                    """)
    void whatIsNoDayMonthOrYearKeepsItsWords(String sentence, String expected) {
        assertThat(told(sentence, Optional.of(PUBLISHED))).isEqualTo(expected);
    }

    @Test
    void withoutAnArticleDateOnlyFullDatesAreResolved() {
        assertThat(told("They met on Wednesday.", Optional.empty())).isEqualTo("Wednesday=?");
        assertThat(told("They met last month.", Optional.empty())).isEqualTo("last month=?");
        assertThat(told("They met on June 5.", Optional.empty())).isEqualTo("June 5=?");
        assertThat(told("They met on June 5, 2019.", Optional.empty()))
                .isEqualTo("June 5, 2019=2019-06-05");
        assertThat(told("They met in 2019.", Optional.empty())).isEqualTo("2019=2019");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Prime Minister Theresa May resigned.
                    Troops may march on the capital.
                    The army killed 2003 rebels.
                    The second round of talks failed.
                    The accord was signed on Good Friday.
                    The two countries met.
                    Sun and rain delayed the march.
                    """)
    void wordsThatOnlyResembleTimesAreNotFound(String sentence) {
        assertThat(told(sentence, Optional.of(PUBLISHED))).isEmpty();
    }

    @Test
    void impossibleDateKeepsItsWords() {
        assertThat(told("They met on February 30, 2020.", Optional.of(PUBLISHED)))
                .isEqualTo("February 30, 2020=?");
    }

    @Test
    void expressionsKnowTheirPlace() {
        String text = "In late June, crowds stormed the mission.";

        TimeExpression late = find(text, Optional.of(PUBLISHED)).get(0);

        assertThat(late.span().of(text)).isEqualTo("late June");
        assertThat(late.covers(1)).isTrue();
        assertThat(late.covers(0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The court is expected to rule on Friday.|Friday=2023-07-21
                    The envoys had met on Saturday.|Saturday=2023-07-15
                    The president said on Tuesday he would visit Cairo on Saturday.|Tuesday=2023-07-18 Saturday=2023-07-22
                    Officials say the summit will begin Monday and end Wednesday.|Monday=2023-07-24 Wednesday=2023-07-26
                    The embassy, which was stormed on Tuesday, will reopen on Monday.|Tuesday=2023-07-18 Monday=2023-07-24
                    Kenya threatened to close the border on Sunday.|Sunday=2023-07-23
                    """)
    void eachClauseOfASentenceHasItsOwnDirection(String sentence, String expected) {
        assertThat(told(sentence, Optional.of(PUBLISHED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Shots were heard in the early hours of Thursday.|the early hours of Thursday=2023-07-20
                    The bridge was blown up on the night of July 4.|the night of July 4=2023-07-04
                    The mission was closed at the end of June.|the end of June=2023-06
                    The pact was signed in early 2019.|early 2019=2019
                    The accord, signed in April 1998, still holds.|April 1998=1998-04
                    He was born on 29 February 2000.|29 February 2000=2000-02-29
                    Troops left a month ago.|a month ago=2023-06
                    The leaders will meet next month.|next month=2023-08
                    The leaders will meet next week.|next week=2023-07
                    """)
    void partsOfDaysMonthsAndYearsAreReadWhole(String sentence, String expected) {
        assertThat(told(sentence, Optional.of(PUBLISHED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    They will meet on Monday.|Monday=?
                    The talks lasted from Monday to Wednesday.|Monday to Wednesday=?
                    They met two weeks ago.|two weeks ago=?
                    In late June, crowds stormed the mission.|late June=?
                    The blast came in the early hours of July 20.|the early hours of July 20=?
                    They met over the weekend.|the weekend=?
                    The mission is closed until further notice.|until further notice=?
                    They met yesterday.|yesterday=?
                    They met in May 2003.|May 2003=2003-05
                    """)
    void withoutAnArticleDateTheWordsAreKept(String sentence, String expected) {
        assertThat(told(sentence, Optional.empty())).isEqualTo(expected);
    }
}
