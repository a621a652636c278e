package id.siks.register;

import id.siks.identity.Masks;
import id.siks.platform.Message;
import java.time.LocalDate;
import java.util.List;

/**
 * A family read out in words: everything that was entered, in the order of the household form, as far as the reader may
 * see it. Every page that shows a family uses this one reading.
 *
 * @param sight how much is shown
 * @param card what stands on the family card and how to reach the family
 * @param members in the order of the card, none while nobody is entered
 * @param parts the housing survey, part by part; parts without answers are left out
 * @param place where the dwelling stands, or null while it is unknown or hidden
 */
public record FamilyReading(Sight sight, List<Fact> card, List<Member> members, List<Part> parts, Place place) {

    /** How much of a family somebody sees. Numbers are in full with the last only (security requirement 22). */
    public enum Sight {
        /** Whoever looks a family up: no contact, no belongings, of birth the year. */
        MASKED,
        /** Whoever works on the case of the family: all but health, spending, mother and numbers. */
        CASE,
        /** Whoever typed it, or said for what he needs it. */
        WHOLE;

        boolean covers(Sight least) {
            return compareTo(least) >= 0;
        }
    }

    /**
     * One answer.
     *
     * @param label message key
     * @param words what was answered, several where several may be ticked; empty when {@code day} says it
     * @param day a date, or null
     */
    public record Fact(String label, List<Message> words, LocalDate day) {}

    /**
     * One member.
     *
     * @param number NIK as it may be shown, empty when none is entered
     * @param birthDate null while hidden or unknown
     * @param birthYear null while unknown
     * @param excludedByWork true when the work speaks against assistance ({@link MemberContent#excludedByWork})
     * @param register facts of the register, or null for somebody who is only proposed
     * @param gist the telling answers in a few words
     * @param facts everything else that was entered
     */
    public record Member(
            String name,
            String number,
            boolean noPapers,
            Message relation,
            Message sex,
            LocalDate birthDate,
            Integer birthYear,
            boolean excludedByWork,
            FamilyView.PersonFacts register,
            List<Message> gist,
            List<Fact> facts) {}

    /**
     * A part of the housing survey.
     *
     * @param name its title is {@code register.reading.part.<name>}
     * @param gist the telling answers in a few words, possibly none
     */
    public record Part(String name, List<Fact> facts, List<Message> gist) {}

    /** A family somebody proposes; components may still be missing. */
    public static FamilyReading of(FamilyContent content, Sight sight) {
        return read(content, MemberReading.of(content.members(), null, sight), sight);
    }

    /** A family of the register. */
    public static FamilyReading of(FamilyView family, Sight sight) {
        FamilyContent content = family.content();
        return read(content, MemberReading.of(content.members(), family.people(), sight), sight);
    }

    private static FamilyReading read(FamilyContent content, List<Member> members, Sight sight) {
        return new FamilyReading(
                sight,
                cardOf(content, sight),
                members,
                HousingReading.of(content.housing(), sight),
                sight.covers(Sight.CASE) ? content.place() : null);
    }

    /** True while something waits for a purpose. */
    public boolean guarded() {
        return sight != Sight.WHOLE;
    }

    /** True when somebody still needs his papers. */
    public boolean withoutPapers() {
        return members.stream().anyMatch(Member::noPapers);
    }

    /** Whose work speaks against assistance, in the order of the card. */
    public List<Member> excludedByWork() {
        return members.stream().filter(Member::excludedByWork).toList();
    }

    /** A NIK or the number of a family card as it may be shown. */
    static String number(String number, Sight sight) {
        return sight == Sight.WHOLE && number != null ? number : Masks.number(number);
    }

    private static List<Fact> cardOf(FamilyContent content, Sight sight) {
        ReadFacts facts = new ReadFacts(sight);
        facts.text(Sight.MASKED, "familyCardNumber", number(content.familyCardNumber(), sight));
        facts.text(Sight.MASKED, "address", content.address());
        facts.text(Sight.MASKED, "hamlet", content.hamlet());
        facts.text(Sight.MASKED, "rt", content.rt());
        facts.text(Sight.MASKED, "rw", content.rw());
        facts.text(Sight.MASKED, "postalCode", content.postalCode());
        facts.text(Sight.CASE, "phone", content.phone());
        return facts.all();
    }
}
