package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.register.FamilyRules.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@EngineTest
class FamilyRulesTests {

    private static final AreaCode VILLAGE = AreaCode.of("18.04.06.2001");

    @Autowired
    private FamilyRules rules;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private MessageSource messages;

    @Autowired
    private BusinessTime time;

    private final FamilyContent good = TestFamilies.in(VILLAGE);

    @Test
    void a_complete_family_has_no_faults_and_no_doubts() {
        assertThat(Stream.of(Part.values()).flatMap(p -> rules.errors(good, p).stream()))
                .isEmpty();
        assertThat(rules.warnings(good)).isEmpty();
    }

    @Test
    void an_empty_draft_is_forgiven_everything_and_a_submission_nothing() {
        FamilyContent empty = new FamilyContent(null, null, null, null, null, null, null, null, null, null, null);

        assertThat(Stream.of(Part.values()).flatMap(p -> rules.draftErrors(empty, p).stream()))
                .isEmpty();
        assertThat(Stream.of(Part.values())
                        .flatMap(p -> rules.errors(empty, p).stream())
                        .map(FieldError::field))
                .contains(
                        "familyCardNumber",
                        "village",
                        "address",
                        "members",
                        "housing.hasShelter",
                        "place.latitude",
                        "place.longitude");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "null",
            value = {
                "familyCardNumber; null; required",
                "familyCardNumber; 180401150620000; family-card.LENGTH",
                "familyCardNumber; 18040115062000012; family-card.LENGTH",
                "familyCardNumber; 180401150620000X; family-card.CHARACTERS",
                "familyCardNumber; 1804015506200001; family-card.DATE",
                "familyCardNumber; 1804013002200001; family-card.DATE",
                "familyCardNumber; 1804011506200000; family-card.SERIAL",
                "address; Jl 1; address-too-short",
                "rt; 3; unit",
                "rw; 0001; unit",
                "postalCode; 03487; postal-code",
                "phone; 081234567890; phone"
            })
    void the_card_is_checked(String field, String value, String problem) {
        assertThat(problems(rules.errors(changed(good, field, value), Part.CARD)))
                .containsExactly(field + " " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "180406"})
    void an_unknown_village_is_refused(String village) {
        FamilyContent family = changed(good, "village", new AreaCode(village));

        assertThat(problems(rules.draftErrors(family, Part.CARD))).containsExactly("village village-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "null",
            value = {
                "nik; null; required",
                "nik; 1234; nik.LENGTH",
                "nik; 180401150685000x; nik.CHARACTERS",
                "nik; 1804013202850001; nik.DATE",
                "nik; 1804011506850000; nik.SERIAL",
                "fullName; null; required",
                "fullName; B; name.too-short",
                "fullName; Bud1; name.digits",
                "fullName; Budi<b>; name.characters",
                "fullName; 'Bu\u0000di'; text.characters",
                "fullName; 'Bu\u202Edi'; text.characters",
                "birthPlace; null; required",
                "birthDate; 2199-01-01; birth-date.future",
                "birthDate; 1890-01-01; birth-date.too-old",
                "sex; null; required",
                "relationToHead; 9; code",
                "maritalStatus; 0; code",
                "maritalStatus; null; required",
                "pregnancyDueDate; 2026-12-01; left-out",
                "pregnant; true; pregnant",
                "disabilityType; 14; code",
                "disabilityType; 2; required@disabilitySevere",
                "chronicDisease; 11; code",
                "schoolParticipation; null; required",
                "schoolParticipation; 1; left-out@schoolLevel",
                "schoolLevel; null; required",
                "highestDiploma; 8; code",
                "workedLastWeek; null; required",
                "workedLastWeek; false; left-out@industry",
                "industry; 22; code",
                "jobPosition; null; required"
            })
    void members_are_checked(String field, String value, String problem) {
        String[] expected = problem.split("@");
        FamilyContent family =
                TestFamilies.withMember(good, 0, changed(good.members().get(0), field, value));

        assertThat(problems(rules.errors(family, Part.MEMBERS)))
                .contains("members[0]." + (expected.length == 2 ? expected[1] : field) + " " + expected[0]);
    }

    @Test
    void a_name_of_ten_thousand_letters_is_too_long() {
        FamilyContent family =
                TestFamilies.withMember(good, 1, changed(good.members().get(1), "fullName", "A".repeat(10_240)));

        assertThat(problems(rules.draftErrors(family, Part.MEMBERS)))
                .containsExactly("members[1].fullName text.too-long");
    }

    @Test
    void a_family_has_exactly_one_head_and_no_number_twice() {
        MemberContent head = good.members().get(0);
        FamilyContent none = TestFamilies.with(VILLAGE, List.of(changed(head, "relationToHead", "3")));
        FamilyContent two = TestFamilies.with(VILLAGE, List.of(head, head));

        assertThat(problems(rules.errors(none, Part.MEMBERS))).contains("members members.no-head");
        assertThat(problems(rules.errors(two, Part.MEMBERS)))
                .containsExactly("members[1].relationToHead members.second-head", "members[1].nik nik.TWICE");
    }

    @Test
    void a_member_without_papers_needs_no_number_but_cannot_have_one() {
        MemberContent head = good.members().get(0);
        MemberContent unknown = changed(changed(head, "noPapers", "true"), "nik", null);

        assertThat(rules.errors(TestFamilies.withMember(good, 0, unknown), Part.MEMBERS))
                .isEmpty();
        assertThat(problems(rules.errors(
                        TestFamilies.withMember(good, 0, changed(head, "noPapers", "true")), Part.MEMBERS)))
                .containsExactly("members[0].noPapers no-papers-with-nik");
    }

    @Test
    void a_small_child_is_not_asked_about_school() {
        MemberContent child = changed(good.members().get(1), "birthDate", "2024-06-15");

        assertThat(problems(rules.errors(TestFamilies.withMember(good, 1, child), Part.MEMBERS)))
                .contains("members[1].schoolParticipation left-out", "members[1].schoolLevel left-out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "null",
            value = {
                "floor; null; required",
                "floor; 11; code",
                "floorAreaSquareMetres; 0; floor-area",
                "floorAreaSquareMetres; 1000.5; floor-area",
                "bedrooms; 21; number",
                "bedrooms; -1; number",
                "wall; 1; required@wallCondition",
                "wall; 1; required@wallPlastered",
                "wallCondition; 1; left-out",
                "roof; 8; left-out@roofCondition",
                "roofCondition; null; required",
                "lighting; 3; left-out@power",
                "lighting; 3; left-out@electricityMeterId",
                "power; null; required",
                "power; 6; left-out@electricityMeterId",
                "electricityMeterId; 12A; meter",
                "toiletUse; 4; left-out@toiletType",
                "toiletType; null; required",
                "landAreaSquareMetres; 100; left-out",
                "landOwned; true; required@landAreaSquareMetres",
                "earnerWorks; null; required",
                "foodWorry; null; required",
                "foodShareOverHalf; null; required",
                "clothesBought; null; required",
                "hasShelter; null; required",
                "monthlySpending; -1; number"
            })
    void the_housing_survey_is_checked_with_its_skip_rules(String field, String value, String problem) {
        String[] expected = problem.split("@");
        FamilyContent family = changed(good, "housing", changed(good.housing(), field, value));

        assertThat(problems(rules.errors(family, Part.HOUSING)))
                .contains("housing." + (expected.length == 2 ? expected[1] : field) + " " + expected[0]);
    }

    @Test
    void without_a_shelter_there_is_no_dwelling_to_describe() {
        HousingSurvey none = new HousingSurvey(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, false, true, true, true, false, null);

        assertThat(rules.errors(changed(good, "housing", none), Part.HOUSING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-11.2,104", "6.2,104", "-5,94.8", "-5,141.2", "51.5,0.1"})
    void a_place_outside_indonesia_is_refused(BigDecimal latitude, BigDecimal longitude) {
        FamilyContent family = changed(good, "place", new Place(latitude, longitude, null, null));

        assertThat(problems(rules.draftErrors(family, Part.PLACE))).containsExactly("place.latitude place-outside");
    }

    @Test
    void half_a_place_is_kept_in_a_draft_and_said_to_be_half_when_it_is_handed_in() {
        BigDecimal degrees = new BigDecimal("-5.07");
        FamilyContent southward = changed(good, "place", new Place(degrees, null, null, null));
        FamilyContent eastward = changed(good, "place", new Place(null, degrees, null, null));

        assertThat(rules.draftErrors(southward, Part.PLACE)).isEmpty();
        assertThat(problems(rules.errors(southward, Part.PLACE))).containsExactly("place.longitude place-half");
        assertThat(problems(rules.errors(eastward, Part.PLACE))).containsExactly("place.latitude place-half");
    }

    @Test
    void what_is_doubtful_is_a_warning_and_no_error() {
        MemberContent head = good.members().get(0);
        MemberContent doubtful = changed(
                changed(changed(head, "nik", "9904015506850001"), "birthDate", "2012-01-01"), "maritalStatus", "1");
        FamilyContent family = TestFamilies.withMember(good, 0, doubtful);

        assertThat(rules.errors(family, Part.MEMBERS)).isEmpty();
        assertThat(problems(rules.warnings(family)))
                .containsExactly(
                        "members[0].nik doubt.prefix",
                        "members[0].sex doubt.sex",
                        "members[0].birthDate doubt.birth-date",
                        "members[0].birthDate doubt.young-head");
    }

    @Test
    void every_answer_and_every_fault_has_words_in_both_languages() {
        for (Locale locale : List.of(Locale.forLanguageTag("id"), Locale.ENGLISH)) {
            for (NikFacts.Problem problem : NikFacts.Problem.values()) {
                assertThat(messages.getMessage(problem.key(), null, locale)).isNotBlank();
            }
            for (String field : List.of("floor", "wall", "industry", "disabilityType", "schoolLevel", "toiletUse")) {
                for (int code : FamilyCodes.numbers(field)) {
                    assertThat(messages.getMessage("register.code." + field + "." + code, null, locale))
                            .isNotBlank();
                }
            }
            for (String asset : FamilyCodes.assets()) {
                assertThat(messages.getMessage("register.code.assets." + asset, null, locale))
                        .isNotBlank();
            }
        }
    }

    /** When it is still yesterday in Jakarta. */
    @Test
    void whoever_is_born_where_the_day_begins_first_is_not_born_tomorrow() {
        time.apart(() -> {
            time.moveTo(Instant.parse("2026-12-01T16:00:00Z"));

            assertThat(problems(rules.errors(bornOn("2026-12-02"), Part.MEMBERS)))
                    .doesNotContain("members[1].birthDate birth-date.future");
            assertThat(problems(rules.errors(bornOn("2026-12-03"), Part.MEMBERS)))
                    .contains("members[1].birthDate birth-date.future");
        });
    }

    private FamilyContent bornOn(String day) {
        MemberContent child = changed(good.members().get(1), "birthDate", day);
        return TestFamilies.with(VILLAGE, List.of(good.members().get(0), child));
    }

    private static List<String> problems(List<FieldError> errors) {
        return errors.stream()
                .map(e -> e.field() + " " + e.message().key().substring("register.error.".length()))
                .toList();
    }

    /** The same record with one component changed. */
    @SuppressWarnings("unchecked")
    private <T> T changed(T record, String component, Object value) {
        ObjectNode tree = json.valueToTree(record);
        tree.set(component, json.valueToTree(value));
        return (T) json.convertValue(tree, record.getClass());
    }
}
