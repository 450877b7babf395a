package org.demarche.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.article.Span;
import org.demarche.text.Sentence;

/** Reads the time expressions of one sentence from left to right, the longest at each word. */
final class TimeReader {
    private final TimeText text;
    private final DateReader dates;
    private final WeekdayReader weekdays;
    private final MonthReader months;
    private final DeicticReader deictics;

    TimeReader(Sentence sentence, Optional<LocalDate> published) {
        this.text = new TimeText(sentence);
        this.dates = new DateReader(text, published);
        this.weekdays = new WeekdayReader(text, published);
        this.months = new MonthReader(text, published);
        this.deictics = new DeicticReader(text, published);
    }

    List<TimeExpression> read() {
        List<TimeExpression> found = new ArrayList<>();
        int at = 0;
        while (at < text.size()) {
            Optional<TimeReading> reading = readAt(at);
            if (reading.isPresent()) {
                found.add(expression(at, reading.get()));
                at = reading.get().to();
            } else {
                at++;
            }
        }
        return found;
    }

    private TimeExpression expression(int from, TimeReading reading) {
        Span span = text.token(from).span().union(text.token(reading.to() - 1).span());
        StringBuilder words = new StringBuilder();
        for (int i = from; i < reading.to(); i++) {
            boolean space =
                    i > from && text.token(i - 1).span().end() < text.token(i).span().start();
            words.append(space ? " " : "").append(text.token(i).form());
        }
        return new TimeExpression(span, from, reading.to(), reading.meaning().of(words.toString()));
    }

    private Optional<TimeReading> readAt(int at) {
        return range(at)
                .or(() -> deictics.fixed(at))
                .or(() -> hoursOf(at))
                .or(() -> dates.date(at))
                .or(() -> dates.isoDate(at))
                .or(() -> weekdays.weekday(at))
                .or(() -> months.monthOnly(at))
                .or(() -> deictics.deictic(at))
                .or(() -> deictics.ago(at))
                .or(() -> deictics.duration(at))
                .or(() -> months.decade(at))
                .or(() -> months.year(at));
    }

    /** "from July 20 to July 22", "July 20-22", "between Monday and Friday". */
    private Optional<TimeReading> range(int at) {
        if (text.is(at, "from") || text.is(at, "between")) {
            return Optional.empty(); // the words begin behind the preposition
        }
        boolean opened = text.is(at - 1, "from") || text.is(at - 1, "between");
        Optional<TimeReading> first = dates.date(at).or(() -> weekdays.weekday(at));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int joint = first.get().to();
        boolean dash = text.is(joint, "-") || text.is(joint, "–");
        boolean to =
                text.is(joint, "to")
                        || text.is(joint, "until")
                        || text.is(joint, "till")
                        || text.is(joint, "through")
                        || text.is(joint, "and") && text.is(at - 1, "between");
        if (!dash && !(opened && to)) {
            return Optional.empty();
        }
        Optional<TimeReading> second =
                dates.date(joint + 1)
                        .or(() -> weekdays.weekday(joint + 1))
                        .or(() -> dates.sameMonth(at, joint + 1));
        if (second.isEmpty()) {
            return Optional.empty();
        }
        TimeReading.Meaning from = first.get().meaning();
        TimeReading.Meaning until = second.get().meaning();
        return Optional.of(
                new TimeReading(
                        second.get().to(), words -> days(words, from.of(words), until.of(words))));
    }

    private static EventDate days(String words, EventDate first, EventDate last) {
        boolean days =
                first.precision() == EventDate.Precision.DAY
                        && last.precision() == EventDate.Precision.DAY;
        if (!days) {
            return first;
        }
        LocalDate from = LocalDate.parse(first.value().orElseThrow());
        LocalDate to = LocalDate.parse(last.value().orElseThrow());
        LocalDate end = to.isBefore(from) ? to.plusWeeks(1) : to;
        return end.isBefore(from) ? first : EventDate.days(words, from, end);
    }

    /** "the early hours of July 20", "the night of Thursday", "the end of June". */
    private Optional<TimeReading> hoursOf(int at) {
        int noun = at + (text.is(at, "the") ? 1 : 0);
        if (noun == at) {
            return Optional.empty();
        }
        noun +=
                TimeWords.EARLY_OR_LATE.contains(text.word(noun))
                                || text.is(noun, "small")
                                || text.is(noun, "very")
                        ? 1
                        : 0;
        boolean time =
                text.is(noun, "hours")
                        || TimeWords.PARTS_OF_DAY.contains(text.word(noun))
                        || text.is(noun, "end")
                        || text.is(noun, "beginning")
                        || text.is(noun, "start")
                        || text.is(noun, "middle")
                        || text.is(noun, "eve");
        if (!time || !text.is(noun + 1, "of")) {
            return Optional.empty();
        }
        int inner = noun + 2;
        boolean eve = text.is(noun, "eve");
        return dates.date(inner)
                .or(() -> weekdays.weekday(inner))
                .or(() -> months.monthOnly(inner))
                .or(() -> months.year(inner))
                .or(() -> deictics.deictic(inner))
                .map(r -> eve ? TimeReading.unresolved(r.to()) : r);
    }
}
