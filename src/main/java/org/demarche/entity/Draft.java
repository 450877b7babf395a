package org.demarche.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** A mention while it is read: where it stands and what its words say, before it is resolved. */
final class Draft {
    /** What its words are. */
    enum Form {
        /** A name of the gazetteer. */
        KNOWN,
        /** A name that the gazetteer lacks. */
        UNKNOWN,
        /** A person's name after a role: "Foreign Minister Jan Berg". */
        TITLED,
        /** A role without a name: "two Iraqi soldiers". */
        ROLE,
        PRONOUN,
        /** A noun that points back to states or places: "the country", "the capital". */
        COUNTRY,
        /** Words that stand for who said them: "the statement". */
        UTTERANCE
    }

    final Sentence sentence;
    final Form form;
    final int from;
    final int to;
    final int head;

    /** The sense of a name of the gazetteer; of a titled name where it is known. */
    Optional<Sense> sense = Optional.empty();

    Optional<RoleName> role = Optional.empty();

    /**
     * The role of the body that an unknown name names: militant group in "militant group Sumud".
     */
    Optional<RoleName> bodyRole = Optional.empty();

    /** The name as written, of a titled or unknown one. */
    String name = "";

    Optional<String> gender = Optional.empty();

    /** What class the ending of an unknown name tells. */
    Optional<NameEnding.Kind> ending = Optional.empty();

    /** Whom it belongs to; several only where they are coordinated. */
    List<Draft> owners = new ArrayList<>();

    /** The same person or body under other words: "Matti Lassila" for "Finland's ambassador". */
    Optional<Draft> twin = Optional.empty();

    /** A place beside it that tells its country: "in Basra" after "police". */
    Optional<Draft> location = Optional.empty();

    /** What it only counts: "protesters" for "hundreds". */
    Optional<Draft> counted = Optional.empty();

    List<Actor> actors = List.of();
    Optional<Place> place = Optional.empty();
    String why = "";
    boolean resolved;

    Draft(Sentence sentence, Form form, int from, int to, int head) {
        this.sentence = sentence;
        this.form = form;
        this.from = from;
        this.to = to;
        this.head = head;
    }

    Token headToken() {
        return sentence.token(head);
    }

    boolean covers(int token) {
        return from <= token && token < to;
    }

    boolean isPlural() {
        return actors.size() > 1
                || role.map(RoleName::plural).orElse(false)
                || sense.map(s -> s.kind() == Sense.Kind.NATIONALS).orElse(false)
                || counted.isPresent();
    }

    boolean isPerson() {
        return actors.size() == 1 && actors.get(0).className().equals("Person");
    }

    boolean isPersonSense() {
        return sense.map(Sense::isPerson).orElse(false);
    }

    boolean isNationals() {
        return sense.map(x -> x.kind() == Sense.Kind.NATIONALS).orElse(false);
    }

    /** Whether it is a name without a role of its own that a person can bear. */
    boolean canBePerson() {
        return form == Form.UNKNOWN
                        && ending.isEmpty()
                        && Character.isUpperCase(headToken().form().charAt(0))
                || form == Form.KNOWN && isPersonSense();
    }

    /** Adds a reason to the explanation. */
    void explain(String reason) {
        if (!reason.isEmpty()) {
            why = why.isEmpty() ? reason : why + "; " + reason;
        }
    }

    /** Its words as the text has them. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            Token token = sentence.token(i);
            boolean space = i > from && sentence.token(i - 1).span().end() < token.span().start();
            words.append(space ? " " : "").append(token.form());
        }
        return words.toString();
    }

    /** Whether it is known to be of the other gender. */
    boolean contradicts(String gender) {
        return this.gender.isPresent() && !this.gender.get().equals(gender);
    }

    /** Whether both are arguments of one verb, so that only a reflexive could mean the other. */
    boolean isArgumentBeside(Draft subject) {
        Token one = headToken();
        Token two = subject.headToken();
        return sentence.index() == subject.sentence.index()
                && one.head() == two.head()
                && one.is("obj", "iobj", "obl")
                && two.is("nsubj");
    }

    /** Takes over the actors of an earlier phrase and tells so. */
    void refersTo(Draft antecedent, String how) {
        refersTo(antecedent, how, "");
    }

    /**
     * The same, and what speaks for it.
     *
     * @param because "the last man named"; may be empty
     */
    void refersTo(Draft antecedent, String how, String because) {
        actors = antecedent.actors;
        if (antecedent.gender.isPresent() && gender.isEmpty()) {
            gender = antecedent.gender;
        }
        explain(
                how
                        + " '"
                        + antecedent.words()
                        + "'"
                        + (because.isEmpty() ? "" : ", " + because)
                        + where(antecedent));
    }

    private String where(Draft antecedent) {
        int distance = sentence.index() - antecedent.sentence.index();
        return switch (distance) {
            case 0 -> ", in this sentence";
            case 1 -> ", in the sentence before";
            default -> ", " + distance + " sentences before";
        };
    }

    Mention.Kind kind() {
        return switch (form) {
            case KNOWN, UNKNOWN, TITLED -> Mention.Kind.NAMED;
            case ROLE, COUNTRY, UTTERANCE -> Mention.Kind.NOMINAL;
            case PRONOUN -> Mention.Kind.PRONOUN;
        };
    }

    @Override
    public String toString() {
        return form + " " + sentence.tokens().subList(from, to).stream().map(Token::form).toList();
    }
}
