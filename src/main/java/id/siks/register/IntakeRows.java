package id.siks.register;

import id.siks.platform.CopiedRows;
import id.siks.register.Intake.NewFamily;
import id.siks.register.Intake.NewPerson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes new families: one statement per table and chunk. */
@Component
class IntakeRows {

    private static final String FAMILY =
            """
            id, register_id, status, family_card_number, area_code, address, hamlet, rt, rw, postal_code, phone, latitude,
            longitude, location_accuracy, located_at, members, head_name, active_since, created_at, created_by, updated_at,
            updated_by""";

    private static final String PERSON =
            """
            id, register_id, family_id, position, active, area_code, nik, full_name, name_key, birth_place, birth_date, sex,
            mother_name, relation_to_head, marital_status, identity_papers, pregnant, pregnancy_due_date, disability_type,
            disability_severe, chronic_disease, school_participation, school_level, school_grade, highest_diploma,
            worked_last_week, industry, job_position, no_papers, life_status""";

    private static final String SURVEY = "family_id, version, answers, case_ref, taken_at";
    private static final String CHANGE = "family_id, case_ref, kind, changed_by, changed_at";

    private final JdbcTemplate jdbc;
    private final HousingAnswers answers;

    IntakeRows(JdbcTemplate jdbc, HousingAnswers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    void insert(List<NewFamily> fresh, Instant now) {
        CopiedRows families = new CopiedRows("register.family", FAMILY);
        CopiedRows persons = new CopiedRows("register.person", PERSON);
        CopiedRows surveys = new CopiedRows("register.housing_survey", SURVEY);
        CopiedRows changes = new CopiedRows("register.register_change", CHANGE);
        for (NewFamily family : fresh) {
            Activation activation = family.activation();
            long id = family.ref().id();
            add(families, family, now);
            for (int i = 0; i < family.people().size(); i++) {
                add(persons, family, i);
            }
            HousingSurvey housing = activation.content().housing();
            if (housing != null) {
                surveys.add(id, 1, answers.write(housing), activation.caseRef().value(), now);
            }
            changes.add(id, activation.caseRef().value(), Intake.ACTIVATED, activation.by(), now);
        }
        List.of(families, persons, surveys, changes).forEach(rows -> rows.write(jdbc));
    }

    private static void add(CopiedRows families, NewFamily family, Instant now) {
        FamilyContent content = family.activation().content();
        Place place = content.place();
        Long by = family.activation().by();
        families.add(
                family.ref().id(),
                family.ref().registerId(),
                FamilyStatus.ACTIVE,
                content.familyCardNumber(),
                content.village().value(),
                content.address(),
                content.hamlet(),
                content.rt(),
                content.rw(),
                content.postalCode(),
                content.phone(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                place == null ? null : place.accuracyMetres(),
                place == null ? null : place.locatedAt(),
                content.members().size(),
                head(content).fullName(),
                now,
                now,
                by,
                now,
                by);
    }

    private static void add(CopiedRows persons, NewFamily family, int position) {
        NewPerson person = family.people().get(position);
        MemberContent content = person.content();
        persons.add(
                person.id(),
                person.registerId(),
                family.ref().id(),
                position,
                true,
                family.activation().content().village().value(),
                content.nik(),
                content.fullName(),
                Names.key(content.fullName()),
                content.birthPlace(),
                content.birthDate(),
                content.sex(),
                content.motherName(),
                content.relationToHead(),
                content.maritalStatus(),
                array(content.identityPapers()),
                content.pregnant(),
                content.pregnancyDueDate(),
                content.disabilityType(),
                content.disabilitySevere(),
                content.chronicDisease(),
                content.schoolParticipation(),
                content.schoolLevel(),
                content.schoolGrade(),
                content.highestDiploma(),
                content.workedLastWeek(),
                content.industry(),
                content.jobPosition(),
                content.noPapers(),
                LifeStatus.ALIVE);
    }

    private static MemberContent head(FamilyContent content) {
        return content.members().stream()
                .filter(m -> Integer.valueOf(MemberRules.HEAD).equals(m.relationToHead()))
                .findFirst()
                .orElseGet(() -> content.members().get(0));
    }

    private static String array(Collection<Integer> codes) {
        return codes == null
                ? "{}"
                : codes.stream().sorted().toList().toString().replace('[', '{').replace(']', '}');
    }
}
