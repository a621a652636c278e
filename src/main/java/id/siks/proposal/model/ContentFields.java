package id.siks.proposal.model;

import id.siks.platform.Message;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyReading;
import id.siks.register.FamilyReading.Fact;
import id.siks.register.FamilyReading.Member;
import id.siks.register.FamilyReading.Sight;
import id.siks.register.Place;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** A family as a list of fields with their words, in the language of the reader and as far as he may see it. */
final class ContentFields {

    private final MessageSource messages;
    private final Locale language;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private ContentFields(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /**
     * What each field says, by its label; fields without an answer are left out.
     *
     * @param people the numbers by which the members are called, in their order
     */
    static Map<String, String> of(
            FamilyContent content, List<Integer> people, Sight sight, MessageSource messages, Locale language) {
        ContentFields found = new ContentFields(messages, language);
        FamilyReading reading = FamilyReading.of(content, sight);
        found.facts("", reading.card());
        List<Member> members = reading.members();
        for (int i = 0; i < members.size(); i++) {
            found.member(found.say(Message.of("proposal.page.member", people.get(i))) + " – ", members.get(i));
        }
        reading.parts().forEach(part -> found.facts("", part.facts()));
        found.place(reading.place());
        return found.fields;
    }

    private void member(String before, Member member) {
        put(before, "fullName", member.name());
        put(before, "nik", member.number());
        if (member.noPapers()) {
            put(before, "noPapers", Message.of("register.yes"));
        }
        put(before, "relationToHead", member.relation());
        put(before, "sex", member.sex());
        put(before, "birthDate", day(member.birthDate()));
        facts(before, member.facts());
    }

    private void facts(String before, List<Fact> facts) {
        facts.forEach(fact -> fields.put(
                before + say(Message.of(fact.label())),
                fact.day() == null
                        ? fact.words().stream().map(this::say).collect(Collectors.joining(", "))
                        : day(fact.day())));
    }

    private void place(Place place) {
        if (place != null) {
            put("", "latitude", Objects.toString(place.latitude(), null));
            put("", "longitude", Objects.toString(place.longitude(), null));
        }
    }

    private void put(String before, String field, Message word) {
        put(before, field, word == null ? null : say(word));
    }

    private void put(String before, String field, String words) {
        if (words != null && !words.isEmpty()) {
            fields.put(before + say(Message.of("register.field." + field)), words);
        }
    }

    private String day(LocalDate date) {
        return date == null
                ? null
                : DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(date);
    }

    private String say(Message message) {
        return messages.getMessage(message.key(), message.args().toArray(), language);
    }
}
