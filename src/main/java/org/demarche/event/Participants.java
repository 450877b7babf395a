package org.demarche.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.entity.Actor;
import org.demarche.entity.Mention;
import org.demarche.entity.Place;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * The actors of one sentence by the words that name them, or by the words that lead to them: Iran
 * in "Iran's offer".
 */
final class Participants {
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "us", "me");

    /** Where in a noun phrase its actor is looked for, first to last. */
    private static final List<String> WITHOUT_PLACES =
            List.of(
                    "poss", "mod", "of", "by", "from", "with", "between", "among", "against", "for",
                    "to");

    /** The same for who acts: whom "an attack on a mission" is on does not act. */
    private static final List<String> OF_ACTORS =
            List.of("poss", "mod", "of", "by", "from", "with", "between", "among");

    private static final List<String> INSIDE =
            List.of(
                    "poss", "mod", "of", "by", "from", "with", "between", "among", "against", "for",
                    "to", "in", "at", "on");

    private final Sentence sentence;
    private final Arguments arguments;
    private final Story story;

    Participants(Sentence sentence, Arguments arguments, Story story) {
        this.sentence = sentence;
        this.arguments = arguments;
        this.story = story;
    }

    /**
     * The mention that a word heads, or stands for: "Nayib" for all of "El Salvador's President
     * Nayib Bukele" where the parser hangs the name's parts on different words.
     */
    Optional<Mention> mention(Token token) {
        return story.mentions().at(sentence, token).or(() -> aroundOf(token));
    }

    private Optional<Mention> aroundOf(Token token) {
        return story.mentions()
                .covering(sentence, token)
                .filter(m -> m.kind() == Mention.Kind.NAMED)
                .filter(m -> !token.isRoot() && !m.covers(token.head()))
                .filter(m -> token.is("nsubj", "obj", "obl", "iobj"));
    }

    boolean isA(Token token, String kind) {
        Optional<Mention> mention = mention(token);
        if (mention.isEmpty()) {
            return false;
        }
        if (kind.equals("PLACE")) {
            return mention.get().place().isPresent();
        }
        return mention.get().actors().stream().anyMatch(a -> isA(a, kind));
    }

    private static boolean isA(Actor actor, String kind) {
        return switch (kind) {
            case "ACTOR" -> true;
            case "STATE" -> actor.isState();
            case "PERSON" -> actor.className().equals("Person");
            case "GROUP" -> actor.className().equals("Group");
            case "ORG" ->
                    !actor.isState()
                            && !actor.className().equals("Person")
                            && !actor.className().equals("Group");
            default -> false;
        };
    }

    /** The town or region that a word names, and no state: Mumbai in "the Mumbai attacks". */
    Optional<Place> scene(Token token) {
        return mention(token)
                .flatMap(Mention::place)
                .filter(p -> !p.country().map(c -> p.key().equals("place/" + c)).orElse(false));
    }

    /** The actors that the word names or that stand inside its phrase. */
    List<Actor> of(Token token) {
        return of(token, INSIDE, 0);
    }

    private List<Actor> of(Token token, List<String> slots, int depth) {
        Optional<Mention> mention = mention(token);
        if (mention.isPresent() && !mention.get().actors().isEmpty()) {
            return mention.get().actors();
        }
        Optional<Actor> owner = mention.flatMap(m -> m.place()).flatMap(story::stateOf);
        if (owner.isPresent()) {
            return List.of(owner.get());
        }
        if (token.upos().equals("PRON")) {
            boolean speaks = FIRST_PERSON.contains(token.form().toLowerCase(Locale.ROOT));
            return speaks ? story.quoted(sentence, token) : List.of();
        }
        if (depth > 2) {
            return List.of();
        }
        for (String slot : slots) {
            List<Actor> inside = of(arguments.of(token, slot), slots, depth + 1);
            if (!inside.isEmpty()) {
                return inside;
            }
        }
        return List.of();
    }

    private List<Actor> of(List<Token> tokens, List<String> slots, int depth) {
        Set<Actor> actors = new LinkedHashSet<>();
        tokens.forEach(t -> actors.addAll(of(t, slots, depth)));
        return new ArrayList<>(actors);
    }

    /** Together the actors of several words. */
    List<Actor> of(List<Token> tokens) {
        return of(tokens, INSIDE, 0);
    }

    /** Together the actors of several words that stand where somebody acts. */
    List<Actor> acting(List<Token> tokens) {
        return of(tokens, OF_ACTORS, 0);
    }

    /**
     * The same without what a phrase tells of places: who signed "a treaty in Brasilia" is not
     * Brazil.
     */
    List<Actor> parties(List<Token> tokens) {
        return of(tokens, WITHOUT_PLACES, 0);
    }

    /**
     * The actors that the words themselves name, where they are read as actors; a mission is one
     * wherever it stands.
     */
    List<Actor> named(List<Token> tokens) {
        return tokens.stream()
                .flatMap(t -> mention(t).stream())
                .flatMap(m -> m.actors().stream().filter(a -> !m.isPlace() || isMission(a)))
                .distinct()
                .toList();
    }

    private static boolean isMission(Actor actor) {
        return actor.className().equals("DiplomaticMission");
    }
}
