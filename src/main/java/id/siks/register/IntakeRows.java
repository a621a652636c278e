package id.siks.register;

import id.siks.register.Intake.NewFamily;
import id.siks.register.Intake.NewPerson;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes new families in batches: one statement per table and chunk. */
@Component
class IntakeRows {

    private static final int BATCH = 500;

    private static final String FAMILY =
            """
            insert into register.family (id, register_id, status, family_card_number, area_code, address, hamlet, rt, rw,
              postal_code, phone, latitude, longitude, location_accuracy, located_at, members, head_name, active_since,
              created_at, created_by, updated_at, updated_by)
            values (?, ?, 'ACTIVE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PERSON =
            """
            insert into register.person (id, register_id, family_id, position, active, area_code, nik, full_name,
              name_key, birth_place, birth_date, sex, mother_name, relation_to_head, marital_status, identity_papers,
              pregnant, pregnancy_due_date, disability_type, disability_severe, chronic_disease, school_participation,
              school_level, school_grade, highest_diploma, worked_last_week, industry, job_position, no_papers,
              life_status)
            values (?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as smallint[]), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              ?, ?, ?, 'ALIVE')
            """;

    private static final String SURVEY =
            """
            insert into register.housing_survey (family_id, version, answers, case_ref, taken_at)
            values (?, 1, cast(? as jsonb), ?, ?)
            """;

    private static final String CHANGE =
            """
            insert into register.register_change (family_id, case_ref, kind, changed_by, changed_at)
            values (?, ?, 'ACTIVATED', ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final HousingAnswers answers;

    IntakeRows(JdbcTemplate jdbc, HousingAnswers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    void insert(List<NewFamily> families, Timestamp now) {
        jdbc.batchUpdate(FAMILY, families, BATCH, (row, family) -> family(row, family, now));
        List<NewMember> members = new ArrayList<>();
        for (NewFamily family : families) {
            for (int i = 0; i < family.people().size(); i++) {
                members.add(new NewMember(family, i, family.people().get(i)));
            }
        }
        jdbc.batchUpdate(PERSON, members, BATCH, IntakeRows::person);
        List<NewFamily> surveyed = families.stream()
                .filter(f -> f.activation().content().housing() != null)
                .toList();
        jdbc.batchUpdate(SURVEY, surveyed, BATCH, (row, family) -> {
            row.setLong(1, family.ref().id());
            row.setString(2, answers.write(family.activation().content().housing()));
            row.setString(3, family.activation().caseRef().value());
            row.setTimestamp(4, now);
        });
        jdbc.batchUpdate(CHANGE, families, BATCH, (row, family) -> {
            row.setLong(1, family.ref().id());
            row.setString(2, family.activation().caseRef().value());
            row.setObject(3, family.activation().by());
            row.setTimestamp(4, now);
        });
    }

    private static void family(PreparedStatement row, NewFamily family, Timestamp now) throws SQLException {
        FamilyContent content = family.activation().content();
        Place place = content.place();
        Columns columns = new Columns(row);
        columns.add(family.ref().id());
        columns.add(family.ref().registerId());
        columns.add(content.familyCardNumber());
        columns.add(content.village().value());
        columns.add(content.address());
        columns.add(content.hamlet());
        columns.add(content.rt());
        columns.add(content.rw());
        columns.add(content.postalCode());
        columns.add(content.phone());
        columns.add(place == null ? null : place.latitude());
        columns.add(place == null ? null : place.longitude());
        columns.add(place == null ? null : place.accuracyMetres());
        columns.add(place == null || place.locatedAt() == null ? null : Timestamp.from(place.locatedAt()));
        columns.add(content.members().size());
        columns.add(head(content).fullName());
        columns.add(now);
        columns.add(now);
        columns.add(family.activation().by());
        columns.add(now);
        columns.add(family.activation().by());
    }

    private static void person(PreparedStatement row, NewMember member) throws SQLException {
        MemberContent content = member.person().content();
        Columns columns = new Columns(row);
        columns.add(member.person().id());
        columns.add(member.person().registerId());
        columns.add(member.family().ref().id());
        columns.add(member.position());
        columns.add(member.family().activation().content().village().value());
        columns.add(content.nik());
        columns.add(content.fullName());
        columns.add(Names.key(content.fullName()));
        columns.add(content.birthPlace());
        columns.add(content.birthDate());
        columns.add(content.sex() == null ? null : content.sex().name());
        columns.add(content.motherName());
        columns.add(content.relationToHead());
        columns.add(content.maritalStatus());
        columns.add(array(content.identityPapers()));
        columns.add(content.pregnant());
        columns.add(content.pregnancyDueDate());
        columns.add(content.disabilityType());
        columns.add(content.disabilitySevere());
        columns.add(content.chronicDisease());
        columns.add(content.schoolParticipation());
        columns.add(content.schoolLevel());
        columns.add(content.schoolGrade());
        columns.add(content.highestDiploma());
        columns.add(content.workedLastWeek());
        columns.add(content.industry());
        columns.add(content.jobPosition());
        columns.add(content.noPapers());
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

    private record NewMember(NewFamily family, int position, NewPerson person) {}

    /** Fills the placeholders one after the other. */
    private static final class Columns {

        private final PreparedStatement row;
        private int next = 1;

        private Columns(PreparedStatement row) {
            this.row = row;
        }

        private void add(Object value) throws SQLException {
            row.setObject(next++, value);
        }
    }
}
