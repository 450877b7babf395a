package org.demarche.event;

import java.util.OptionalInt;

/**
 * How many took part and came to harm: "at least 12 killed and 30 injured" as the numbers alone.
 *
 * @param size people in a crowd or delegation, troops in a deployment
 */
public record Quantities(OptionalInt size, OptionalInt killed, OptionalInt injured) {
    public static final Quantities NONE =
            new Quantities(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    public Quantities {
        if (size.orElse(0) < 0 || killed.orElse(0) < 0 || injured.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "bad quantities " + size + " " + killed + " " + injured);
        }
    }
}
