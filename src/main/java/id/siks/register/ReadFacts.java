package id.siks.register;

import id.siks.platform.Message;
import id.siks.register.FamilyReading.Fact;
import id.siks.register.FamilyReading.Sight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers answers in words. What is not answered, or needs more sight than the reader has, is left out. */
final class ReadFacts {

    private static final Message NONE = Message.of("register.reading.none");

    private final Sight sight;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Message> gist = new ArrayList<>();

    ReadFacts(Sight sight) {
        this.sight = sight;
    }

    List<Fact> all() {
        return List.copyOf(facts);
    }

    /** The answers that say most, in a few words. */
    List<Message> gist() {
        return List.copyOf(gist);
    }

    /** An answer that is itself telling: its words are part of the gist. */
    void telling(Sight least, String field, Integer code) {
        if (code(least, field, code)) {
            gist.add(word(field, code));
        }
    }

    boolean code(Sight least, String field, Integer code) {
        return code != null && add(least, field, List.of(word(field, code)));
    }

    boolean yes(Sight least, String field, Boolean answer) {
        return answer != null && add(least, field, List.of(Message.of(answer ? "register.yes" : "register.no")));
    }

    /** Yes or no where a yes is telling: the question's name is then part of the gist. */
    void tellingYes(Sight least, String field, Boolean answer) {
        if (yes(least, field, answer) && answer) {
            gist.add(Message.of(label(field)));
        }
    }

    /** Ticked answers; a list nobody ticked anything in says so. */
    void ticks(Sight least, String field, Collection<?> codes) {
        if (list(least, field, codes)) {
            codes.forEach(code -> gist.add(word(field, code)));
        }
    }

    /** The same for answers that are not telling. */
    boolean list(Sight least, String field, Collection<?> codes) {
        if (codes == null) {
            return false;
        }
        List<Message> words = codes.stream().map(code -> word(field, code)).toList();
        return add(least, field, words.isEmpty() ? List.of(NONE) : words);
    }

    /** Where telling answers are things one has: having none of them is telling as well. */
    void noneIfNothingTelling() {
        if (gist.isEmpty() && !facts.isEmpty()) {
            gist.add(NONE);
        }
    }

    /** How many of each kind; kinds counted as none are left out. */
    void counts(Sight least, String field, Map<String, Integer> counts) {
        if (counts == null || !sight.covers(least)) {
            return;
        }
        Map<String, Integer> some = new TreeMap<>(counts);
        some.values().removeIf(count -> count == null || count == 0);
        some.forEach((kind, count) -> {
            Message name = word(field, kind);
            facts.add(new Fact(name.key(), List.of(said(count)), null));
            gist.add(name);
        });
        if (some.isEmpty()) {
            add(least, field, List.of(NONE));
        }
    }

    void text(Sight least, String field, String text) {
        if (text != null && !text.isBlank()) {
            add(least, field, List.of(said(text)));
        }
    }

    /** A number; {@code unit} is the message key that writes it with its unit. */
    void number(Sight least, String field, Number number, String unit) {
        if (number != null) {
            add(least, field, List.of(Message.of(unit, number)));
        }
    }

    void day(Sight least, String field, LocalDate day) {
        if (day != null && sight.covers(least)) {
            facts.add(new Fact(label(field), List.of(), day));
        }
    }

    private boolean add(Sight least, String field, List<Message> words) {
        return sight.covers(least) && facts.add(new Fact(label(field), words, null));
    }

    private static String label(String field) {
        return "register.field." + field;
    }

    private static Message word(String field, Object code) {
        return Message.of("register.code." + field + "." + code);
    }

    private static Message said(Object value) {
        return Message.of("register.reading.said", value);
    }
}
