package org.demarche.export;

import java.util.Optional;

/**
 * What kind of act an event is: a severance of relations is a sanction, CAMEO 161.
 *
 * @param name local name of its class: SeveranceOfRelations
 * @param label the same in words: severance of relations
 * @param plover PLOVER type: SANCTION
 * @param cameo its CAMEO code
 * @param quadClass MaterialConflict
 * @param score from -10, conflict, to 10, cooperation
 */
record EventKind(
        String name,
        String label,
        String plover,
        Optional<String> cameo,
        String quadClass,
        double score) {}
