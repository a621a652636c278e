package id.siks.sample;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.Place;
import id.siks.register.Sex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes families that pass every rule of the register. The same seed makes the same families. Each of two that work on one
 * register draws its serials from a range of its own, or sooner or later both give out the same number.
 */
class SyntheticFamilies {

    private static final int SERIALS_OF_THE_SMALL_SAMPLE = 2000;

    /** Last serial of an ordinary person; what the civil-registry simulator treats specially starts above. */
    private static final int LAST_ORDINARY_SERIAL = 8990;

    // The register counts the years of a member by the first day to begin in Indonesia: so a birthday is never between.
    private static final ZoneId FIRST_TO_SEE_THE_SUN = ZoneId.of("Asia/Jayapura");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyy");
    private static final int HEAD = 1;
    private static final int SPOUSE = 2;
    private static final int CHILD = 3;

    private final Random random;
    private final Set<String> numbersUsed = new HashSet<>();
    private final int firstSerial;
    private final int serials;
    private LocalDate today;
    private int persons;

    private SyntheticFamilies(long seed, int firstSerial, int lastSerial) {
        this.random = new Random(seed);
        this.firstSerial = firstSerial;
        this.serials = lastSerial - firstSerial + 1;
    }

    /** Families of the small sample. */
    static SyntheticFamilies ofTheSmallSample(long seed) {
        return new SyntheticFamilies(seed, 1, SERIALS_OF_THE_SMALL_SAMPLE);
    }

    /** Families that share no number with those of the small sample. */
    static SyntheticFamilies ofTheLargeSample(long seed) {
        return new SyntheticFamilies(seed, SERIALS_OF_THE_SMALL_SAMPLE + 1, LAST_ORDINARY_SERIAL);
    }

    /** A family of one to five living in {@code village}, located at {@code at}. */
    FamilyContent in(AreaCode village, Instant at) {
        return in(village, at, null);
    }

    /** As above, but the head's number ends with {@code headSerial}, by which the simulator knows what to answer. */
    FamilyContent in(AreaCode village, Instant at, String headSerial) {
        today = LocalDate.ofInstant(at, FIRST_TO_SEE_THE_SUN);
        List<MemberContent> members = members(village, headSerial);
        return new FamilyContent(
                cardNumber(village),
                village,
                "Dusun " + "ABCDEFGH".charAt(random.nextInt(8)) + " No. " + (1 + random.nextInt(120)),
                "Dusun " + (1 + random.nextInt(6)),
                "%03d".formatted(1 + random.nextInt(8)),
                "%03d".formatted(1 + random.nextInt(4)),
                "348" + (10 + random.nextInt(80)),
                random.nextInt(3) == 0 ? null : "+6281" + (100_000_000 + random.nextInt(899_999_999)),
                place(village, at),
                members,
                new SyntheticHousing(random).survey());
    }

    private List<MemberContent> members(AreaCode village, String headSerial) {
        List<MemberContent> members = new ArrayList<>();
        boolean widow = random.nextInt(4) == 0;
        LocalDate headBirth = today.minusYears(28L + random.nextInt(45)).minusDays(random.nextInt(365));
        Sex headSex = widow ? Sex.FEMALE : Sex.MALE;
        members.add(adult(village, headSex, headBirth, HEAD, widow ? 4 : 2, headSerial));
        if (!widow) {
            members.add(adult(village, Sex.FEMALE, headBirth.plusDays(300L + random.nextInt(1500)), SPOUSE, 2, null));
        }
        int children = random.nextInt(4);
        for (int i = 0; i < children; i++) {
            LocalDate birth = today.minusDays(400L + random.nextInt(16 * 365));
            members.add(child(village, birth));
        }
        return members;
    }

    private MemberContent adult(AreaCode village, Sex sex, LocalDate birth, int relation, int marital, String serial) {
        boolean works = random.nextInt(4) > 0;
        return new MemberContent(
                nik(village, birth, sex, serial),
                SyntheticNames.of(sex, random),
                "Lampung Barat",
                birth,
                sex,
                SyntheticNames.of(Sex.FEMALE, random),
                relation,
                marital,
                Set.of(3),
                sex == Sex.FEMALE && ageOf(birth) < 54 && ageOf(birth) >= 10 ? Boolean.FALSE : null,
                null,
                1,
                null,
                1,
                3,
                1,
                8,
                1 + random.nextInt(3),
                works,
                works ? 1 : null,
                works ? 1 : null,
                false);
    }

    private MemberContent child(AreaCode village, LocalDate birth) {
        int age = ageOf(birth);
        boolean pupil = age >= 7;
        Sex sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
        return new MemberContent(
                nik(village, birth, sex, null),
                SyntheticNames.of(sex, random),
                "Lampung Barat",
                birth,
                sex,
                SyntheticNames.of(Sex.FEMALE, random),
                CHILD,
                1,
                Set.of(1),
                sex == Sex.FEMALE && age >= 10 ? Boolean.FALSE : null,
                null,
                1,
                null,
                1,
                age < 5 ? null : pupil ? 2 : 1,
                pupil ? 1 : null,
                pupil ? Math.min(6, age - 6) : null,
                pupil ? 1 : null,
                age < 5 ? null : Boolean.FALSE,
                null,
                null,
                false);
    }

    private int ageOf(LocalDate birth) {
        return birth.until(today).getYears();
    }

    private String nik(AreaCode village, LocalDate birth, Sex sex, String serial) {
        String day = birth.format(DAY);
        if (sex == Sex.FEMALE) {
            day = (birth.getDayOfMonth() + 40) + day.substring(2);
        }
        String head = village.at(AreaLevel.DISTRICT).value() + day;
        String number = head + (serial == null ? nextSerial() : serial);
        while (!numbersUsed.add(number)) {
            number = head + nextSerial();
        }
        return number;
    }

    private String nextSerial() {
        return "%04d".formatted(firstSerial + persons++ % serials);
    }

    private String cardNumber(AreaCode village) {
        String number;
        do {
            LocalDate issued = today.minusDays(30L + random.nextInt(4000));
            number = village.at(AreaLevel.DISTRICT).value()
                    + issued.format(DAY)
                    + "%04d".formatted(firstSerial + random.nextInt(serials));
        } while (!numbersUsed.add(number));
        return number;
    }

    /** Villages have no published position: each gets a point of its own inside the regency, families lie around it. */
    private Place place(AreaCode village, Instant at) {
        int hash = village.value().hashCode() * 31;
        double latitude = -5.30 + Math.floorMod(hash, 997) / 997.0 * 0.45 + random.nextGaussian() * 0.004;
        double longitude = 103.95 + Math.floorMod(hash / 7, 991) / 991.0 * 0.50 + random.nextGaussian() * 0.004;
        return new Place(degrees(latitude), degrees(longitude), 4 + random.nextInt(20), at);
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }
}
