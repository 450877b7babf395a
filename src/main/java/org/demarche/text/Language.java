package org.demarche.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells which texts are not English: "La ministre a rencontré les envoyés" is French. What is full
 * of English function words is English without asking the model, which is only loaded for the rest.
 */
public final class Language {
    private static final String MODEL = "/langdetect-183.bin";
    private static final String ENGLISH = "eng";
    private static final int LOOKED_AT = 3_000;
    // A headline or a list of names may look like any language.
    private static final int FEWEST_WORDS = 15;
    private static final Set<String> FUNCTION_WORDS =
            Set.of(
                    "the", "of", "and", "to", "that", "was", "for", "with", "said", "by", "it",
                    "as", "from", "has", "is", "his", "were", "which", "have", "not");
    private static final double ENGLISH_SHARE = .15;
    // How much likelier another language must be than English.
    private static final double CLEARLY = 5;

    private Optional<LanguageDetectorModel> model = Optional.empty();

    /** The ISO 639-3 code of the text's language if that is clearly another than English. */
    public Optional<String> otherThanEnglish(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        String[] words = start.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        long letters = start.chars().filter(Character::isLetter).count();
        long known = Stream.of(words).filter(FUNCTION_WORDS::contains).count();
        if (known >= ENGLISH_SHARE * words.length
                || (words.length < FEWEST_WORDS && letters < 8 * FEWEST_WORDS)) {
            return Optional.empty();
        }
        opennlp.tools.langdetect.Language[] ranked =
                new LanguageDetectorME(model()).predictLanguages(start);
        double english =
                Stream.of(ranked)
                        .filter(language -> language.getLang().equals(ENGLISH))
                        .mapToDouble(opennlp.tools.langdetect.Language::getConfidence)
                        .sum();
        return Optional.of(ranked[0])
                .filter(best -> best.getConfidence() > CLEARLY * english)
                .map(opennlp.tools.langdetect.Language::getLang);
    }

    private synchronized LanguageDetectorModel model() {
        if (model.isEmpty()) {
            try (InputStream in = Language.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException(MODEL + " is missing from the program");
                }
                model = Optional.of(new LanguageDetectorModel(in));
            } catch (IOException e) {
                throw new IllegalStateException(MODEL + " is damaged", e);
            }
        }
        return model.get();
    }
}
