package id.siks.proposal.tasks;

import id.siks.identity.Masks;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.Sex;
import java.time.LocalDate;
import java.util.List;

/** What the village claims, as reviewers read it: numbers masked. */
record Claim(FamilyContent content) {

    /** The family card, masked. */
    public String familyCard() {
        return Masks.number(content.familyCardNumber());
    }

    /** The members in their order. */
    public List<Person> members() {
        return content.members().stream().map(Person::of).toList();
    }

    /** The dwelling as the map applications understand it, {@code -5.03,104.05}; null when there is no point. */
    public String point() {
        return content.place() == null
                ? null
                : content.place().latitude() + "," + content.place().longitude();
    }

    /** One member; {@code nik} is masked and empty without papers. */
    record Person(String name, String nik, Integer relation, Sex sex, LocalDate birthDate, boolean noPapers) {

        static Person of(MemberContent member) {
            return new Person(
                    member.fullName(),
                    Masks.number(member.nik()),
                    member.relationToHead(),
                    member.sex(),
                    member.birthDate(),
                    member.noPapers());
        }
    }
}
