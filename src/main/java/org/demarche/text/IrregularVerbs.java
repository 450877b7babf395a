package org.demarche.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Past forms of verbs that no ending tells and that treebanks are too small to teach: "dug". */
final class IrregularVerbs {
    // What is also the past of another verb, such as "lay", "found" and "wound", is left to the
    // learnt endings.
    private static final String FORMS =
            """
            awake awoke awoken
            bear bore borne
            bid bade bidden
            bleed bled
            breed bred
            burst burst
            cling clung
            dig dug
            fling flung
            forbid forbade forbidden
            forgo forwent forgone
            forsake forsook forsaken
            kneel knelt
            leap leapt
            lend lent
            mislead misled
            mistake mistook mistaken
            outdo outdid outdone
            overrun overran
            overthrow overthrew overthrown
            plead pled
            ring rang rung
            shed shed
            shrink shrank shrunk
            slay slew slain
            slide slid
            sling slung
            slink slunk
            spill spilt
            spin spun
            spit spat
            spring sprang sprung
            sting stung
            stride strode stridden
            string strung
            strive strove striven
            sing sang sung
            swim swam swum
            thrust thrust
            tread trod trodden
            vie vied
            weave wove woven
            weep wept
            wring wrung
            """;

    private static final Map<String, String> BASES = bases();

    private IrregularVerbs() {}

    private static Map<String, String> bases() {
        Map<String, String> bases = new HashMap<>();
        for (String line : FORMS.strip().split("\n")) {
            String[] forms = line.split(" ");
            for (int i = 1; i < forms.length; i++) {
                bases.put(forms[i], forms[0]);
            }
        }
        return Map.copyOf(bases);
    }

    /** The verb that a lower-case form with that Penn tag is a past or participle of. */
    static Optional<String> base(String form, String xpos) {
        return xpos.startsWith("VB") ? Optional.ofNullable(BASES.get(form)) : Optional.empty();
    }
}
