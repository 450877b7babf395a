package org.demarche.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.text.Sentence;

/** Finds the time expressions of a sentence and lays them on the calendar. */
public final class TimeExpressions {
    private TimeExpressions() {}

    /**
     * The time expressions of the sentence in reading order, none overlapping.
     *
     * @param published the article's day; without it only full dates are resolved
     */
    public static List<TimeExpression> find(Sentence sentence, Optional<LocalDate> published) {
        return new TimeReader(sentence, published).read();
    }
}
