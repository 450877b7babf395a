package org.demarche.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A person of the gazetteer with the offices held: Tony Blair, prime minister from 1997 to 2007.
 */
record KnownPerson(
        String key,
        String name,
        List<String> otherNames,
        Optional<String> wikidata,
        List<Term> terms) {
    /** One term of office; both days belong to it. */
    record Term(
            Optional<String> office,
            Optional<Actor> affiliation,
            Optional<String> sector,
            LocalDate from,
            LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        private long daysFrom(LocalDate day) {
            if (covers(day)) {
                return 0;
            }
            return day.isBefore(from)
                    ? from.toEpochDay() - day.toEpochDay()
                    : day.toEpochDay() - to.toEpochDay();
        }
    }

    KnownPerson {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("person '" + name + "' without a term");
        }
    }

    /**
     * The person as of the day: with the office then held; outside all terms with the affiliation
     * of the nearest one and no office. Without a day the last term counts.
     */
    Actor on(Optional<LocalDate> day) {
        Term term = term(day);
        return as(term, day.isEmpty() || term.covers(day.get()));
    }

    /**
     * The person as of the day; without a day, and where the last office was of no state, in the
     * last one of a state that the article names: Obasanjo of Nigeria rather than of the African
     * Union.
     *
     * @param named ISO codes of the states that the article names
     */
    Actor on(Optional<LocalDate> day, Set<String> named) {
        if (day.isPresent() || stateOf(term(day)).isPresent()) {
            return on(day);
        }
        return terms.stream()
                .filter(t -> stateOf(t).map(named::contains).orElse(false))
                .reduce((first, second) -> second)
                .map(t -> as(t, true))
                .orElseGet(() -> on(day));
    }

    private static Optional<String> stateOf(Term term) {
        return term.affiliation().flatMap(Actor::state).flatMap(Actor::code);
    }

    /**
     * The person as the text presents it, "Egyptian Foreign Minister": in the last term of that
     * office for that state, else as of the day.
     */
    Actor as(Optional<LocalDate> day, Optional<Actor> state, String office) {
        Optional<Term> fitting =
                terms.stream()
                        .filter(t -> day.isEmpty() || !t.covers(day.get()))
                        .filter(
                                t ->
                                        state.isEmpty()
                                                || t.affiliation()
                                                        .flatMap(Actor::state)
                                                        .equals(state))
                        .filter(t -> t.office().map(o -> isSameOffice(o, office)).orElse(false))
                        .reduce((first, second) -> second);
        boolean dayFits =
                day.isPresent()
                        && term(day).covers(day.get())
                        && (state.isEmpty()
                                || term(day).affiliation().flatMap(Actor::state).equals(state));
        if (dayFits) {
            return on(day);
        }
        return fitting.map(t -> as(t, true))
                .or(() -> state.flatMap(Actor::code).flatMap(s -> presentedOf(s, day)))
                .orElseGet(() -> on(day));
    }

    /** "Interim Prime Minister" is called prime minister too, and the other way about. */
    private static boolean isSameOffice(String one, String other) {
        String first = " " + one.toLowerCase(Locale.ROOT);
        String second = " " + other.toLowerCase(Locale.ROOT);
        return first.endsWith(second) || second.endsWith(first);
    }

    private Actor as(Term term, boolean inOffice) {
        return new Actor(
                key,
                "Person",
                name,
                otherNames,
                Optional.empty(),
                term.affiliation(),
                term.sector(),
                inOffice ? term.office() : Optional.empty(),
                wikidata,
                true);
    }

    /** Whether the person held one of the offices on the day; always true without a day. */
    boolean holdsOfficeOn(Optional<LocalDate> day) {
        return day.isEmpty() || term(day).covers(day.get());
    }

    Term term(Optional<LocalDate> day) {
        return nearest(terms, day);
    }

    private static Term nearest(List<Term> terms, Optional<LocalDate> day) {
        Term best = terms.get(0);
        for (Term term : terms) {
            boolean better =
                    day.isEmpty()
                            ? term.from().isAfter(best.from())
                            : term.daysFrom(day.get()) < best.daysFrom(day.get());
            best = better ? term : best;
        }
        return best;
    }

    /**
     * The person as the text presents it, whatever the day: "South Korean Foreign Minister Ban
     * Ki-moon" is of South Korea, though he led the United Nations later.
     *
     * @param state ISO code of the state that the text names
     */
    private Optional<Actor> presentedOf(String state, Optional<LocalDate> day) {
        List<Term> fitting =
                terms.stream()
                        .filter(
                                t ->
                                        t.affiliation()
                                                .flatMap(Actor::state)
                                                .flatMap(Actor::code)
                                                .equals(Optional.of(state)))
                        .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(new KnownPerson(key, name, otherNames, wikidata, fitting).on(day));
    }

    /** How long before or after the nearest term of office the day lies; 0 within it. */
    long yearsFromOffice(LocalDate day) {
        return term(Optional.of(day)).daysFrom(day) / 365;
    }
}
