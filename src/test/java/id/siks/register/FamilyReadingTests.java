package id.siks.register;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.register.FamilyReading.Sight;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What is entered of a family is read out, all of it, and what needs a purpose is not there before. */
@EngineTest
class FamilyReadingTests {

    private static final Set<String> FOR_A_PURPOSE = Set.of(
            "motherName",
            "pregnant",
            "pregnancyDueDate",
            "disabilityType",
            "disabilitySevere",
            "chronicDisease",
            "electricityMeterId",
            "monthlySpending");
    private static final Set<String> NOT_FOR_A_PASSER_BY = Set.of(
            "phone",
            "latitude",
            "longitude",
            "accuracyMetres",
            "locatedAt",
            "birthPlace",
            "birthDate",
            "maritalStatus",
            "identityPapers",
            "schoolParticipation",
            "schoolLevel",
            "schoolGrade",
            "highestDiploma",
            "workedLastWeek",
            "industry",
            "jobPosition",
            "assets",
            "landOwned",
            "landAreaSquareMetres",
            "otherHouse",
            "livestock",
            "programsHeld");

    private static final FamilyContent FAMILY = family();

    @Autowired
    ITemplateEngine templates;

    @Test
    void nothing_that_is_entered_can_be_forgotten() {
        assertThat(hidden(Sight.WHOLE)).isEmpty();
    }

    @Test
    void whoever_works_on_the_case_sees_health_spending_and_mother_only_for_a_purpose() {
        assertThat(hidden(Sight.CASE)).containsExactlyInAnyOrderElementsOf(FOR_A_PURPOSE);
    }

    @Test
    void whoever_looks_a_family_up_sees_no_work_no_belongings_and_no_contact() {
        Set<String> expected = new TreeSet<>(FOR_A_PURPOSE);
        expected.addAll(NOT_FOR_A_PASSER_BY);
        assertThat(hidden(Sight.MASKED)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_question_and_every_answer_has_words_in_both_languages() {
        for (String language : List.of("id", "en")) {
            assertThat(page(FAMILY, Sight.WHOLE, Locale.forLanguageTag(language)))
                    .doesNotContain("??")
                    .contains("900")
                    .contains("36");
        }
    }

    @Test
    void work_that_speaks_against_assistance_is_marked() {
        FamilyContent soldier = TestFamilies.withMember(
                FAMILY, 0, TestFamilies.working(FAMILY.members().get(0), 5));
        assertThat(page(FAMILY, Sight.CASE, Locale.ROOT)).doesNotContain("Pekerjaan dikecualikan");
        assertThat(page(soldier, Sight.CASE, Locale.ROOT)).contains("Pekerjaan dikecualikan");
        assertThat(page(soldier, Sight.MASKED, Locale.ROOT)).doesNotContain("Pekerjaan dikecualikan");
    }

    /** The fields whose answer may change without the reader noticing. */
    private Set<String> hidden(Sight sight) {
        String before = said(FAMILY, sight);
        return others().entrySet().stream()
                .filter(other -> said(other.getValue(), sight).equals(before))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    /** What is read out; the place is drawn by the page. */
    private String said(FamilyContent family, Sight sight) {
        return page(family, sight, Locale.ROOT)
                + FamilyReading.of(family, sight).place();
    }

    private String page(FamilyContent family, Sight sight, Locale locale) {
        Context model = new Context(locale);
        model.setVariable("family", FamilyReading.of(family, sight));
        model.setVariable("village", family.village().display());
        model.setVariable("unfolded", false);
        return templates.process("register/reading", Set.of("card", "members", "parts"), model);
    }

    /** The family once with another answer for every single field. */
    private static Map<String, FamilyContent> others() {
        Map<String, FamilyContent> others = new LinkedHashMap<>();
        changed(FAMILY, Set.of("members", "housing", "place"))
                .forEach((field, family) -> others.put(field, (FamilyContent) family));
        changed(FAMILY.place(), Set.of())
                .forEach((field, place) -> others.put(field, TestFamilies.at(FAMILY, (Place) place)));
        changed(FAMILY.members().get(0), Set.of())
                .forEach((field, member) ->
                        others.put(field, TestFamilies.withMember(FAMILY, 0, (MemberContent) member)));
        changed(FAMILY.housing(), Set.of())
                .forEach((field, housing) -> others.put(field, (FamilyContent) with(FAMILY, "housing", housing)));
        return others;
    }

    private static Map<String, Record> changed(Record record, Set<String> except) {
        Map<String, Record> changed = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!except.contains(component.getName())) {
                changed.put(
                        component.getName(),
                        with(record, component.getName(), other(component, value(record, component))));
            }
        }
        return changed;
    }

    private static Record with(Record record, String field, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(component.getName().equals(field) ? value : value(record, component));
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Another answer of the same kind. */
    private static Object other(RecordComponent component, Object value) {
        String type = component.getType().getSimpleName();
        return switch (type) {
            case "String" -> "180404150620" + "7777";
            case "Integer" -> Integer.valueOf(1).equals(value) ? 2 : 1;
            case "Long" -> 1L;
            case "Boolean", "boolean" -> !Boolean.TRUE.equals(value);
            case "BigDecimal" -> BigDecimal.TEN;
            case "LocalDate" -> value == null ? LocalDate.of(2026, 12, 1) : ((LocalDate) value).plusDays(1);
            case "Instant" -> Instant.EPOCH.plusSeconds(60);
            case "Sex" -> value == Sex.MALE ? Sex.FEMALE : Sex.MALE;
            case "AreaCode" -> AreaCode.of("18.04.07.2003");
            case "Map" -> Map.of("CATTLE", 7);
            case "Set" -> switch (component.getName()) {
                case "identityPapers" -> Set.of(1);
                case "assets" -> Set.of("CAR");
                default -> Set.of("KIP");
            };
            default -> throw new AssertionError("Another answer for " + component + "?");
        };
    }

    /** Its first member has no number yet, so that one sees whether he has papers. */
    private static FamilyContent family() {
        FamilyContent family = TestFamilies.in(AreaCode.of("18.04.07.2002"));
        return TestFamilies.withMember(
                family, 0, (MemberContent) with(family.members().get(0), "nik", null));
    }
}
