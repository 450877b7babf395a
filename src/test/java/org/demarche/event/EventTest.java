package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.article.Span;
import org.demarche.ontology.EventType;
import org.demarche.ontology.QuadClass;
import org.junit.jupiter.api.Test;

class EventTest {
    private static final String TEXT = "Kenya recalled its ambassador on Monday.";
    private static final Evidence RECALLED =
            new Evidence(new Span(0, 39), TEXT.substring(0, 39), new Span(6, 14), Optional.empty());
    private static final EventType RECALL =
            new EventType(
                    "https://example.org/onto#Recall",
                    "recall",
                    "Sanction",
                    "SANCTION",
                    QuadClass.MATERIAL_CONFLICT,
                    -6,
                    Optional.of("161"),
                    Optional.of("withdraw"),
                    List.of("diplomatic"),
                    true,
                    new EventType.Shortcut("https://example.org/onto#sanctions", false));

    private static Event event(
            List<String> contents,
            OptionalInt ordinal,
            List<Evidence> evidence,
            double confidence) {
        return new Event(
                "e6",
                RECALL,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Factuality.ASSERTED,
                contents,
                List.of(),
                List.of(),
                ordinal,
                Quantities.NONE,
                evidence,
                confidence);
    }

    @Test
    void evidenceKnowsTheWordsOfItsTrigger() {
        assertThat(RECALLED.triggerWords()).isEqualTo("recalled");
    }

    @Test
    void evidenceRefusesAQuoteThatDoesNotFitItsSpan() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Evidence(
                                        new Span(0, 4), "Kenya", new Span(0, 4), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Evidence(
                                        new Span(0, 5), "Kenya", new Span(6, 14), Optional.empty()))
                .withMessageContaining("trigger");
    }

    @Test
    void eventNeedsEvidenceAndSaneNumbers() {
        assertThat(event(List.of("e9"), OptionalInt.of(2), List.of(RECALLED), 0.8).ordinal())
                .hasValue(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(List.of(), OptionalInt.empty(), List.of(), 0.8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(List.of(), OptionalInt.of(0), List.of(RECALLED), 0.8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(List.of(), OptionalInt.empty(), List.of(RECALLED), 1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> event(List.of(), OptionalInt.empty(), List.of(RECALLED), Double.NaN));
    }

    @Test
    void eventCannotBeItsOwnContent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(List.of("e6"), OptionalInt.empty(), List.of(RECALLED), 0.8))
                .withMessageContaining("'e6'");
    }

    @Test
    void dateIsWrittenAsExactlyAsItIsKnown() {
        assertThat(EventDate.day("Monday", LocalDate.of(2024, 3, 4)).value())
                .contains("2024-03-04");
        assertThat(EventDate.month("last month", YearMonth.of(2024, 2)).value())
                .contains("2024-02");
        assertThat(EventDate.year("in 987", Year.of(987)).value()).contains("0987");
        assertThat(EventDate.unresolved("soon").value()).isEmpty();
        assertThat(
                        EventDate.days(
                                        "from Monday to Wednesday",
                                        LocalDate.of(2024, 3, 4),
                                        LocalDate.of(2024, 3, 6))
                                .end())
                .contains(LocalDate.of(2024, 3, 6));
    }

    @Test
    void dateRefusesAValueOfAnotherPrecision() {
        assertThatThrownBy(
                        () ->
                                new EventDate(
                                        "in March",
                                        Optional.of("2024-03"),
                                        EventDate.Precision.DAY,
                                        Optional.empty()))
                .isInstanceOf(DateTimeException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new EventDate(
                                        "soon",
                                        Optional.of("2024-03"),
                                        EventDate.Precision.UNRESOLVED,
                                        Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                EventDate.days(
                                        "from Wednesday to Monday",
                                        LocalDate.of(2024, 3, 6),
                                        LocalDate.of(2024, 3, 4)));
    }

    @Test
    void quantitiesAreNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Quantities(
                                        OptionalInt.empty(),
                                        OptionalInt.of(-1),
                                        OptionalInt.empty()));
    }
}
