package org.demarche.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Where something happens: Baghdad in "stormed the embassy in Baghdad", Iraq in "across Iraq". The
 * state Iraq, which acts, is an {@link Actor}.
 *
 * @param key one for one place: {@code place/IRQ}, {@code place/baghdad}; {@code local/...} for a
 *     place that only the article knows
 * @param otherNames further names, none twice, without {@code name}
 * @param country ISO 3166-1 alpha-3 code of the state that it lies in or is
 * @param lat degrees north, WGS84
 * @param lon degrees east, WGS84
 * @param wikidata the item's id: Q1530
 * @param known whether it stands in the gazetteer, so that it is one place in all articles
 */
public record Place(
        String key,
        String name,
        List<String> otherNames,
        Optional<String> country,
        OptionalDouble lat,
        OptionalDouble lon,
        Optional<String> wikidata,
        boolean known) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

    public Place {
        if (!Actor.KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("bad place key '" + key + "'");
        }
        if (known == key.startsWith("local/")) {
            throw new IllegalArgumentException(
                    "place '" + key + "' is " + (known ? "" : "not ") + "known: bad key");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("place '" + key + "' has no name");
        }
        if (country.isPresent() && !COUNTRY.matcher(country.get()).matches()) {
            throw new IllegalArgumentException("bad country code '" + country.get() + "'");
        }
        if (lat.isPresent() != lon.isPresent() || !within(lat, 90) || !within(lon, 180)) {
            throw new IllegalArgumentException("bad coordinates " + lat + " " + lon);
        }
        if (wikidata.isPresent() && !Actor.WIKIDATA.matcher(wikidata.get()).matches()) {
            throw new IllegalArgumentException("bad Wikidata id '" + wikidata.get() + "'");
        }
        otherNames = Actor.withoutRepeats(name, otherNames);
    }

    private static boolean within(OptionalDouble degrees, double limit) {
        return degrees.isEmpty() || Math.abs(degrees.getAsDouble()) <= limit;
    }
}
