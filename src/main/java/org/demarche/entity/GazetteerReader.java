package org.demarche.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.SourceLine;
import org.demarche.source.Table;
import org.demarche.source.Table.Row;

/** Reads the tables of {@code data/gazetteer}, gathering what is wrong in them. */
final class GazetteerReader {
    private static final String FOLDER = "data/gazetteer/";
    private static final Set<String> NATURAL =
            Set.of("sea", "strait", "river", "mountain", "border");
    private static final Pattern ORGANIZATION_CODE = Pattern.compile("[A-Z0-9][A-Z0-9&-]*");
    private static final String DAY = "dddd-dd-dd";
    private static final Pattern ORDINAL = Pattern.compile("[IVX]+|Jr\\.?|Sr\\.?");
    private static final Set<String> FAMILY_NAME_FIRST =
            Set.of("CHN", "TWN", "HKG", "MAC", "PRK", "KOR");
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final LocalDate STILL = LocalDate.of(9999, 12, 31);

    private final DataFiles files;
    private final Problems problems = new Problems();
    private final Map<String, Actor> states = new LinkedHashMap<>();
    private final Map<String, Row> organizationRows = new LinkedHashMap<>();
    private final Map<String, Actor> organizations = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> wikidata = new HashMap<>();
    private final NameIndex<Sense> names = new NameIndex<>(NameIndex.Capitals.MATTER);
    private final NameIndex<RoleName> roles = new NameIndex<>(NameIndex.Capitals.DO_NOT_MATTER);
    private final Map<String, String> adjectives = new HashMap<>();
    private final Map<String, NameEnding.Kind> endings = new HashMap<>();
    private final Map<String, String> genders = new HashMap<>();
    private final Map<String, Place> placesByName = new HashMap<>();
    private final Map<String, Place> lands = new LinkedHashMap<>();
    private final Map<String, Place> capitals = new HashMap<>();
    private final Map<String, KnownPerson> persons = new LinkedHashMap<>();

    GazetteerReader(DataFiles files) {
        this.files = files;
    }

    Gazetteer read() {
        List<Row> stateRows =
                rows("states", "code name names adjectives people capital lat long wikidata");
        List<Row> placeRows = rows("places", "name names country kind lat long wikidata");
        stateRows.forEach(this::readState);
        placeRows.forEach(this::readPlace);
        stateRows.forEach(this::nameState);
        for (Row row : rows("organizations", "code name names class affiliation sector wikidata")) {
            noteOrganization(row);
        }
        organizationRows.keySet().forEach(code -> organization(code, new HashSet<>()));
        readPersons(rows("persons", "name names office affiliation sector from to wikidata"));
        rows("roles", "noun plural kind sector class gender of").forEach(this::readRole);
        rows("endings", "kind words").forEach(this::readEnding);
        rows("given", "gender names").forEach(this::readGiven);
        problems.throwIfAny();
        return new Gazetteer(
                states,
                organizations,
                places,
                persons,
                adjectives,
                names,
                roles,
                endings,
                lands,
                capitals,
                genders);
    }

    private List<Row> rows(String table, String columns) {
        String name = FOLDER + table + ".tsv";
        if (!files.list("data/gazetteer", ".tsv").contains(name)) {
            return List.of();
        }
        return Table.read(files, name, List.of(columns.split(" ", -1)), problems).rows();
    }

    // ---- states and places

    private void readState(Row row) {
        String code = row.cell("code");
        if (!code.matches("[A-Z]{3}")) {
            problems.add(row.where(), "code '" + code + "' is not three capital letters");
        } else if (states.containsKey(code)) {
            problems.add(row.where(), "code " + code + " stands in an earlier row too");
        } else if (hasName(row)) {
            Actor state =
                    new Actor(
                            "state/" + code,
                            Actor.STATE,
                            row.cell("name"),
                            row.list("names"),
                            Optional.of(code),
                            Optional.empty(),
                            Optional.of("GOV"),
                            Optional.empty(),
                            wikidata(row, "state " + code),
                            true);
            states.put(code, state);
            row.list("adjectives").stream().findFirst().ifPresent(a -> adjectives.put(code, a));
        }
    }

    private void nameState(Row row) {
        String code = row.cell("code");
        Actor state = states.get(code);
        if (state == null || !state.name().equals(row.cell("name"))) {
            return;
        }
        Place land =
                new Place(
                        "place/" + code,
                        state.name(),
                        state.otherNames(),
                        Optional.of(code),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        state.wikidata(),
                        true);
        lands.put(code, land);
        names.add(state.name(), Sense.of(Sense.Kind.STATE, state, land));
        for (String name : state.otherNames()) {
            names.add(name, Sense.of(Sense.Kind.STATE, state, land));
        }
        for (String adjective : row.list("adjectives")) {
            names.add(adjective, Sense.of(Sense.Kind.ADJECTIVE, state));
        }
        for (String people : row.list("people")) {
            if (!row.list("adjectives").contains(people)) {
                boolean many = people.endsWith("s") && row.list("people").size() > 1;
                names.add(
                        people, Sense.of(many ? Sense.Kind.NATIONALS : Sense.Kind.NATIONAL, state));
            }
        }
        nameCapital(row, state);
    }

    private void nameCapital(Row row, Actor state) {
        List<String> seats = row.list("capital");
        for (int i = 0; i < seats.size(); i++) {
            String name = seats.get(i);
            String code = state.code().orElseThrow();
            Optional<Place> listed = place(name, code);
            Place capital =
                    listed.isPresent()
                            ? listed.get()
                            : i > 0
                                    ? place(seats.get(0), code).orElseThrow()
                                    : addPlace(
                                            name,
                                            List.of(),
                                            Optional.of(code),
                                            degrees(row, "lat"),
                                            degrees(row, "long"),
                                            Optional.empty());
            capitals.putIfAbsent(code, capital);
            names.add(name, Sense.of(Sense.Kind.CAPITAL, state, capital));
        }
    }

    private Optional<Place> place(String name, String country) {
        return Optional.ofNullable(placesByName.get(country + "/" + name));
    }

    private void readPlace(Row row) {
        List<String> countries = row.list("country");
        for (String country : countries) {
            if (!states.containsKey(country)) {
                problems.add(row.where(), "country '" + country + "' is not in states.tsv");
            }
        }
        if (!hasName(row)) {
            return;
        }
        String name = row.cell("name");
        int comma = name.indexOf(',');
        List<String> otherNames = new ArrayList<>(row.list("names"));
        if (comma > 0) {
            otherNames.add(0, name);
            name = name.substring(0, comma);
        }
        Place place =
                addPlace(
                        name,
                        otherNames,
                        country(
                                countries.stream().filter(states::containsKey).toList(),
                                row.cell("kind")),
                        degrees(row, "lat"),
                        degrees(row, "long"),
                        wikidata(row, "place " + row.cell("name")));
        names.add(place.name(), Sense.of(place));
        place.otherNames().forEach(other -> names.add(other, Sense.of(place)));
    }

    /** Of several that share or claim it the first, which is in control; none of a river or sea. */
    private static Optional<String> country(List<String> countries, String kind) {
        boolean shared = countries.size() > 3 || countries.size() > 1 && NATURAL.contains(kind);
        return shared ? Optional.empty() : countries.stream().findFirst();
    }

    private Place addPlace(
            String name,
            List<String> otherNames,
            Optional<String> country,
            OptionalDouble lat,
            OptionalDouble lon,
            Optional<String> wikidata) {
        boolean both = lat.isPresent() && lon.isPresent();
        String slug = Gazetteer.slug(name);
        String key = "place/" + slug;
        for (int i = 2; places.containsKey(key); i++) {
            String suffix = country.map(c -> "-" + c.toLowerCase(Locale.ROOT)).orElse("");
            key = "place/" + slug + suffix + (i > 2 ? "-" + i : "");
        }
        Place place =
                new Place(
                        key,
                        name,
                        otherNames,
                        country,
                        both ? lat : OptionalDouble.empty(),
                        both ? lon : OptionalDouble.empty(),
                        wikidata,
                        true);
        places.put(key, place);
        String land = country.orElse("") + "/";
        placesByName.putIfAbsent(land + name, place);
        otherNames.forEach(other -> placesByName.putIfAbsent(land + other, place));
        return place;
    }

    private OptionalDouble degrees(Row row, String column) {
        String cell = row.cell(column);
        if (cell.isEmpty()) {
            return OptionalDouble.empty();
        }
        double limit = column.equals("lat") ? 90 : 180;
        try {
            double value = Double.parseDouble(cell);
            if (Math.abs(value) <= limit) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // reported below like a number out of range
        }
        problems.add(
                row.where(),
                column + " '" + cell + "' is not in -" + (int) limit + ".." + (int) limit);
        return OptionalDouble.empty();
    }

    // ---- organisations

    private void noteOrganization(Row row) {
        String code = row.cell("code");
        if (!ORGANIZATION_CODE.matcher(code).matches()) {
            problems.add(row.where(), "code '" + code + "' is not of capitals and digits");
        } else if (organizationRows.containsKey(code) || states.containsKey(code)) {
            problems.add(row.where(), "code " + code + " stands in an earlier row too");
        } else if (hasName(row)) {
            organizationRows.put(code, row);
        }
    }

    private Optional<Actor> organization(String code, Set<String> waiting) {
        Row row = organizationRows.get(code);
        if (row == null) {
            return Optional.empty();
        }
        if (organizations.containsKey(code)) {
            return Optional.of(organizations.get(code));
        }
        if (!waiting.add(code)) {
            problems.add(row.where(), "affiliation of " + code + " leads back to " + code);
            return Optional.empty();
        }
        String className = row.cell("class");
        if (!Actor.CLASS_NAME.matcher(className).matches()) {
            problems.add(row.where(), "class '" + className + "' is none of the ontology");
            className = "Organization";
        }
        Actor organization =
                new Actor(
                        "org/" + code,
                        className,
                        row.cell("name"),
                        row.list("names"),
                        Optional.of(code),
                        affiliation(row, waiting),
                        Optional.of(row.cell("sector")).filter(s -> !s.isEmpty()),
                        Optional.empty(),
                        wikidata(row, "organization " + code),
                        true);
        organizations.put(code, organization);
        Sense sense = Sense.of(Sense.Kind.ORGANIZATION, organization);
        names.add(organization.name(), sense);
        organization.otherNames().forEach(name -> names.add(name, sense));
        organization.otherNames().stream()
                .filter(name -> name.startsWith("U.N. "))
                .map(name -> "United Nations " + name.substring("U.N. ".length()))
                .filter(name -> !organization.otherNames().contains(name))
                .forEach(name -> names.add(name, sense));
        return Optional.of(organization);
    }

    private Optional<Actor> affiliation(Row row, Set<String> waiting) {
        String code = row.cell("affiliation");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        if (states.containsKey(code)) {
            return Optional.of(states.get(code));
        }
        if (!organizationRows.containsKey(code)) {
            problems.add(
                    row.where(),
                    "affiliation '" + code + "' is in neither states.tsv nor organizations.tsv");
            return Optional.empty();
        }
        return organization(code, waiting);
    }

    // ---- persons

    private void readPersons(List<Row> rows) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        for (Row row : rows) {
            if (hasName(row)) {
                byName.computeIfAbsent(row.cell("name"), n -> new ArrayList<>()).add(row);
            }
        }
        byName.forEach(this::readPerson);
    }

    private void readPerson(String name, List<Row> rows) {
        Set<String> otherNames = new LinkedHashSet<>();
        List<KnownPerson.Term> terms = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Row row : rows) {
            otherNames.addAll(row.list("names"));
            String id = row.cell("wikidata");
            if (!id.isEmpty() && ids.isEmpty()) {
                wikidata(row, "person " + name).ifPresent(ids::add);
            } else if (!id.isEmpty() && !ids.contains(id)) {
                problems.add(row.where(), "two Wikidata ids for " + name);
            }
            terms.add(
                    new KnownPerson.Term(
                            Optional.of(row.cell("office")).filter(o -> !o.isEmpty()),
                            affiliation(row, new HashSet<>()),
                            Optional.of(row.cell("sector")).filter(s -> !s.isEmpty()),
                            day(row, "from"),
                            day(row, "to")));
        }
        String key = "person/" + Gazetteer.slug(name);
        for (int i = 2; persons.containsKey(key); i++) {
            key = "person/" + Gazetteer.slug(name) + "-" + i;
        }
        KnownPerson person =
                new KnownPerson(
                        key, name, List.copyOf(otherNames), ids.stream().findFirst(), terms);
        persons.put(key, person);
        namePerson(name, person);
        otherNames.forEach(other -> namePerson(other, person));
        String family = familyName(person);
        if (!family.isEmpty() && !otherNames.contains(family)) {
            names.add(family, Sense.of(Sense.Kind.FAMILY, person));
        }
    }

    /** "Abbas" of Mahmoud Abbas, "Hu" of Hu Jintao; empty where the name is one word. */
    private static String familyName(KnownPerson person) {
        List<String> words = new ArrayList<>();
        for (String word : person.name().split(" ", -1)) {
            boolean mayBeOrdinal = "IVXJS".indexOf(word.isEmpty() ? ' ' : word.charAt(0)) >= 0;
            if (word.length() > 1 && !(mayBeOrdinal && ORDINAL.matcher(word).matches())) {
                words.add(word);
            }
        }
        if (words.size() < 2) {
            return "";
        }
        boolean familyFirst = false;
        for (KnownPerson.Term term : person.terms()) {
            Optional<String> state = term.affiliation().flatMap(Actor::state).flatMap(Actor::code);
            familyFirst |= words.size() < 4 && state.map(FAMILY_NAME_FIRST::contains).orElse(false);
        }
        return words.get(familyFirst ? 0 : words.size() - 1);
    }

    private void namePerson(String name, KnownPerson person) {
        names.add(
                name,
                Sense.of(
                        isLastName(name, person) ? Sense.Kind.SURNAME : Sense.Kind.PERSON, person));
    }

    /** "Blair" and "al-Sudani". */
    private static boolean isLastName(String name, KnownPerson person) {
        int gap = Math.max(name.indexOf(' '), name.indexOf('-'));
        boolean one = gap < 0 && Pieces.isPlain(name);
        if (one || name.equals(person.name()) && name.indexOf(' ') > 0) {
            return one;
        }
        Pieces pieces = Pieces.of(name);
        boolean particle = pieces.size() == 2 && pieces.form(0).length() <= 3;
        return pieces.size() == 1 || particle && !name.equals(person.name());
    }

    /** Whether it is written as 2003, 2003-09 or 2003-09-01. */
    private static boolean isDay(String cell) {
        boolean whole = cell.length() == 4 || cell.length() == 7 || cell.length() == 10;
        for (int i = 0; whole && i < cell.length(); i++) {
            char c = cell.charAt(i);
            whole = DAY.charAt(i) == 'd' ? c >= '0' && c <= '9' : c == '-';
        }
        return whole;
    }

    /** The first or last day of 2003, 2003-09 or 2003-09-01. */
    private LocalDate day(Row row, String column) {
        String cell = row.cell(column);
        boolean first = column.equals("from");
        if (cell.isEmpty()) {
            return first ? LONG_AGO : STILL;
        }
        try {
            if (!isDay(cell)) {
                throw new DateTimeException(cell);
            }
            int year = Integer.parseInt(cell, 0, 4, 10);
            if (cell.length() == 10) {
                return LocalDate.of(
                        year, Integer.parseInt(cell, 5, 7, 10), Integer.parseInt(cell, 8, 10, 10));
            }
            int month = cell.length() == 7 ? Integer.parseInt(cell, 5, 7, 10) : first ? 1 : 12;
            YearMonth whole = YearMonth.of(year, month);
            return first ? whole.atDay(1) : whole.atEndOfMonth();
        } catch (DateTimeException e) {
            problems.add(
                    row.where(),
                    column + " '" + cell + "' is not of the form 2003-09-01, 2003-09 or 2003");
            return first ? LONG_AGO : STILL;
        }
    }

    // ---- roles

    private void readRole(Row row) {
        Optional<Role.Kind> kind = Role.Kind.parse(row.cell("kind"));
        if (kind.isEmpty()) {
            problems.add(
                    row.where(),
                    "kind '" + row.cell("kind") + "' is none of office, person, body, group");
            return;
        }
        String noun = row.cell("noun");
        if (noun.isEmpty()) {
            problems.add(row.where(), "no noun in the row");
            return;
        }
        String plural = row.cell("plural").isEmpty() ? noun : row.cell("plural");
        Role role =
                new Role(
                        noun,
                        plural,
                        kind.get(),
                        Optional.of(row.cell("sector")).filter(s -> !s.isEmpty()),
                        row.cell("class"),
                        Optional.of(row.cell("gender")).filter(g -> !g.isEmpty()),
                        holder(row));
        roles.add(noun, new RoleName(role, plural.equals(noun) && !isOneBody(role)));
        if (!plural.equals(noun)) {
            roles.add(plural, new RoleName(role, true));
        }
    }

    /** Who alone has it: USA of "assistant secretary of state". */
    private Optional<String> holder(Row row) {
        String code = row.cell("of");
        if (!code.isEmpty() && !states.containsKey(code) && !organizations.containsKey(code)) {
            problems.add(
                    row.where(),
                    "of '" + code + "' is in neither states.tsv nor organizations.tsv");
        }
        return Optional.of(code).filter(c -> !c.isEmpty());
    }

    /** "military" and "parliament" are one body; "troops" and "police" are many. */
    private static boolean isOneBody(Role role) {
        return role.kind() == Role.Kind.BODY
                && !role.noun().endsWith("s")
                && !role.noun().endsWith("police");
    }

    private void readEnding(Row row) {
        Optional<NameEnding.Kind> kind = NameEnding.Kind.parse(row.cell("kind"));
        if (kind.isEmpty()) {
            problems.add(
                    row.where(),
                    "kind '"
                            + row.cell("kind")
                            + "' is none of thing, place, organization, opening");
            return;
        }
        boolean opening = kind.get() == NameEnding.Kind.OPENING;
        for (String word : row.list("words")) {
            String key = word.toLowerCase(Locale.ROOT);
            endings.put(opening ? Gazetteer.opening(key) : key, kind.get());
        }
    }

    private void readGiven(Row row) {
        String gender = row.cell("gender");
        if (!gender.equals("f") && !gender.equals("m")) {
            problems.add(row.where(), "gender '" + gender + "' is neither f nor m");
            return;
        }
        for (String name : row.list("names")) {
            if (genders.putIfAbsent(name, gender) != null) {
                problems.add(row.where(), "the name " + name + " stands twice");
            }
        }
    }

    // ---- cells

    private boolean hasName(Row row) {
        if (row.cell("name").isEmpty()) {
            problems.add(row.where(), "no name in the row");
            return false;
        }
        return true;
    }

    private Optional<String> wikidata(Row row, String owner) {
        String id = row.cell("wikidata");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        SourceLine where = row.where();
        if (!Actor.WIKIDATA.matcher(id).matches()) {
            problems.add(where, "Wikidata id '" + id + "' is not of the form Q796");
            return Optional.empty();
        }
        String other = wikidata.putIfAbsent(id, owner);
        if (other != null) {
            problems.add(where, "Wikidata id " + id + " is that of " + other + " too");
        }
        return Optional.of(id);
    }
}
