package id.siks.register;

import id.siks.area.AreaCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Made-up families for tests: complete, without faults, every number given once. */
public final class TestFamilies {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final int SERIALS_EACH = 8000;
    private static final List<String> DISTRICTS = List.of(
            "180404", "180405", "180406", "180407", "180408", "180409", "180410", "180411", "180415", "180418",
            "180419", "180420", "180421", "180422", "180423");
    private static final LocalDate BORN = LocalDate.of(1985, 6, 15);

    private TestFamilies() {}

    /** A head and a spouse in {@code village}. */
    public static FamilyContent in(AreaCode village) {
        return with(village, List.of(head("Budi Santosa"), spouse("Siti Aminah")));
    }

    /** A family of these members. */
    public static FamilyContent with(AreaCode village, List<MemberContent> members) {
        return new FamilyContent(
                card(),
                village,
                "Jalan Melati 12",
                "Dusun Satu",
                "003",
                "001",
                "34873",
                "+6281234567890",
                new Place(new BigDecimal("-5.030000"), new BigDecimal("104.080000"), 12, Instant.EPOCH),
                members,
                housing());
    }

    /** Number of a family card nobody else has. */
    public static String card() {
        return numbered("150620");
    }

    /** A NIK nobody else has, of a man born on 15 June 1985. */
    public static String maleNik() {
        return numbered("150685");
    }

    /** A NIK nobody else has, of a woman born on 15 June 1985. */
    public static String femaleNik() {
        return numbered("550685");
    }

    // Serials from 9001 on mean something to the simulated registry: the next district comes before.
    private static String numbered(String date) {
        int number = SERIAL.getAndIncrement();
        String district = DISTRICTS.get(number / SERIALS_EACH % DISTRICTS.size());
        return district + date + "%04d".formatted(number % SERIALS_EACH + 1);
    }

    public static MemberContent head(String name) {
        return member(maleNik(), name, Sex.MALE, 1, true);
    }

    public static MemberContent spouse(String name) {
        return member(femaleNik(), name, Sex.FEMALE, 2, false);
    }

    /** Without a NIK it is somebody without papers. */
    public static MemberContent member(String nik, String name, Sex sex, int relation, boolean works) {
        return member(nik, name, sex, relation, works ? 6 : null);
    }

    private static MemberContent member(String nik, String name, Sex sex, int relation, Integer position) {
        return new MemberContent(
                nik,
                name,
                "Liwa",
                BORN,
                sex,
                "Aminah",
                relation,
                2,
                Set.of(3),
                false,
                null,
                1,
                null,
                1,
                3,
                1,
                8,
                2,
                position != null,
                position == null ? null : 1,
                position,
                nik == null);
    }

    /** The same person, born on another day. */
    public static MemberContent born(MemberContent member, LocalDate day) {
        return new MemberContent(
                member.nik(),
                member.fullName(),
                member.birthPlace(),
                day,
                member.sex(),
                member.motherName(),
                member.relationToHead(),
                member.maritalStatus(),
                member.identityPapers(),
                member.pregnant(),
                member.pregnancyDueDate(),
                member.disabilityType(),
                member.disabilitySevere(),
                member.chronicDisease(),
                member.schoolParticipation(),
                member.schoolLevel(),
                member.schoolGrade(),
                member.highestDiploma(),
                member.workedLastWeek(),
                member.industry(),
                member.jobPosition(),
                member.noPapers());
    }

    /** A woman who has no papers yet. */
    public static MemberContent withoutPapers(String name) {
        return new MemberContent(
                null,
                name,
                "Liwa",
                BORN,
                Sex.FEMALE,
                "Aminah",
                6,
                4,
                Set.of(),
                false,
                null,
                1,
                null,
                1,
                1,
                null,
                null,
                null,
                false,
                null,
                null,
                true);
    }

    /** The same person, working in this position (glossary 8.3). */
    public static MemberContent working(MemberContent member, int position) {
        return member(member.nik(), member.fullName(), member.sex(), member.relationToHead(), position);
    }

    public static HousingSurvey housing() {
        return new HousingSurvey(
                1,
                1,
                new BigDecimal("36.5"),
                9,
                4,
                null,
                null,
                4,
                2,
                1,
                6,
                3,
                1,
                "14000000001",
                1,
                8,
                2,
                3,
                3,
                Set.of("BICYCLE"),
                false,
                null,
                false,
                Map.of("GOAT_SHEEP", 2),
                Set.of("RASTRA"),
                true,
                true,
                true,
                true,
                false,
                900_000L);
    }

    /** The same family in a house that shows no sign of poverty. */
    public static FamilyContent withoutSigns(FamilyContent family) {
        HousingSurvey house = new HousingSurvey(
                1,
                1,
                new BigDecimal("72"),
                2,
                1,
                1,
                true,
                4,
                1,
                3,
                6,
                3,
                1,
                "14000000001",
                3,
                3,
                1,
                1,
                1,
                Set.of("MOTORCYCLE"),
                false,
                null,
                false,
                Map.of(),
                Set.of(),
                true,
                true,
                false,
                false,
                true,
                2_400_000L);
        return with(family, family.address(), family.place(), family.members(), house);
    }

    /** The same family at another place. */
    public static FamilyContent at(FamilyContent family, Place place) {
        return with(family, family.address(), place, family.members(), family.housing());
    }

    /** The same family at another address. */
    public static FamilyContent at(FamilyContent family, String address) {
        return with(family, address, family.place(), family.members(), family.housing());
    }

    /** The same family with another member at {@code index}. */
    public static FamilyContent withMember(FamilyContent family, int index, MemberContent member) {
        List<MemberContent> members = new ArrayList<>(family.members());
        members.set(index, member);
        return with(family, family.address(), family.place(), members, family.housing());
    }

    private static FamilyContent with(
            FamilyContent family, String address, Place place, List<MemberContent> members, HousingSurvey housing) {
        return new FamilyContent(
                family.familyCardNumber(),
                family.village(),
                address,
                family.hamlet(),
                family.rt(),
                family.rw(),
                family.postalCode(),
                family.phone(),
                place,
                members,
                housing);
    }
}
