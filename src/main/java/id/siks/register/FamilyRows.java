package id.siks.register;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.register.FamilyView.Change;
import id.siks.register.FamilyView.PersonFacts;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads families of the register. */
@Component
class FamilyRows {

    private static final String FAMILY =
            """
            select f.*, s.answers from register.family f
            left join lateral (select h.answers from register.housing_survey h where h.family_id = f.id
                               order by h.version desc limit 1) s on true
            where f.id = :id
            """;
    private static final String MEMBERS =
            "select * from register.person where family_id = :id and (active or life_status <> 'ALIVE') order by position";
    static final String CHANGES =
            """
            select case_ref, kind, changed_by, changed_at from register.register_change
            where family_id = :id order by id desc
            """;
    private static final String CHANGES_OF_CASE =
            "select case_ref, kind, changed_by, changed_at from register.register_change where case_ref = :ref order by id";
    private static final String ADDED =
            """
            select area_code, count(*) as n from register.family
            where area_code ~>=~ :from and area_code ~<~ :to and active_since >= :since
            group by area_code
            """;
    private static final String DIED =
            """
            select p.area_code, count(*) as n
            from register.identity_match m join register.person p on p.nik = m.nik and p.active
            where m.status = 'DECEASED' and m.asked_at >= :since and p.area_code ~>=~ :from and p.area_code ~<~ :to
            group by p.area_code
            """;
    private static final String OF_CASE =
            """
            select f.id, f.register_id from register.register_change c join register.family f on f.id = c.family_id
            where c.case_ref = :ref order by c.id desc limit 1
            """;

    private final JdbcClient jdbc;
    private final HousingAnswers answers;

    FamilyRows(JdbcClient jdbc, HousingAnswers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    Optional<FamilyView> find(long id) {
        return jdbc.sql(FAMILY)
                .param("id", id)
                .query((row, n) -> family(row, members(id), changes(id)))
                .optional();
    }

    boolean isRegistered(String registerId) {
        return jdbc.sql("select exists (select 1 from register.family where register_id = :id)")
                .param("id", registerId)
                .query(Boolean.class)
                .single();
    }

    Optional<FamilyRef> familyOf(CaseRef ref) {
        return jdbc.sql(OF_CASE)
                .param("ref", ref.value())
                .query((row, n) -> ref(row))
                .optional();
    }

    List<Change> changesOf(CaseRef ref) {
        return jdbc.sql(CHANGES_OF_CASE)
                .param("ref", ref.value())
                .query(FamilyRows::change)
                .list();
    }

    Map<AreaCode, Integer> added(AreaCode within, Instant since) {
        return count(ADDED, within, since);
    }

    Map<AreaCode, Integer> died(AreaCode within, Instant since) {
        return count(DIED, within, since);
    }

    private Map<AreaCode, Integer> count(String sql, AreaCode within, Instant since) {
        Map<AreaCode, Integer> counts = new HashMap<>();
        jdbc.sql(sql)
                .param("from", within.value())
                .param("to", within.past())
                .param("since", Timestamp.from(since))
                .query(row -> {
                    counts.put(new AreaCode(row.getString("area_code")), row.getInt("n"));
                });
        return counts;
    }

    static FamilyRef ref(ResultSet row) throws SQLException {
        return new FamilyRef(row.getLong("id"), row.getString("register_id"));
    }

    private FamilyView family(ResultSet row, List<Member> members, List<Change> changes) throws SQLException {
        FamilyContent content = new FamilyContent(
                row.getString("family_card_number"),
                new AreaCode(row.getString("area_code")),
                row.getString("address"),
                row.getString("hamlet"),
                row.getString("rt"),
                row.getString("rw"),
                row.getString("postal_code"),
                row.getString("phone"),
                place(row),
                members.stream().map(Member::content).toList(),
                answers.read(row.getString("answers")));
        return new FamilyView(
                ref(row),
                FamilyStatus.valueOf(row.getString("status")),
                content,
                members.stream().map(Member::facts).toList(),
                changes,
                instant(row, "active_since"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return row.getBigDecimal("latitude") == null
                ? null
                : new Place(
                        row.getBigDecimal("latitude"),
                        row.getBigDecimal("longitude"),
                        row.getObject("location_accuracy", Integer.class),
                        instant(row, "located_at"));
    }

    private List<Member> members(long id) {
        return jdbc.sql(MEMBERS)
                .param("id", id)
                .query((row, n) -> new Member(member(row), facts(row)))
                .list();
    }

    private static PersonFacts facts(ResultSet row) throws SQLException {
        return new PersonFacts(
                row.getLong("id"), row.getString("register_id"), LifeStatus.valueOf(row.getString("life_status")));
    }

    private static MemberContent member(ResultSet row) throws SQLException {
        String sex = row.getString("sex");
        return new MemberContent(
                row.getString("nik"),
                row.getString("full_name"),
                row.getString("birth_place"),
                row.getObject("birth_date", LocalDate.class),
                sex == null ? null : Sex.valueOf(sex),
                row.getString("mother_name"),
                number(row, "relation_to_head"),
                number(row, "marital_status"),
                codes(row.getArray("identity_papers")),
                row.getObject("pregnant", Boolean.class),
                row.getObject("pregnancy_due_date", LocalDate.class),
                number(row, "disability_type"),
                row.getObject("disability_severe", Boolean.class),
                number(row, "chronic_disease"),
                number(row, "school_participation"),
                number(row, "school_level"),
                number(row, "school_grade"),
                number(row, "highest_diploma"),
                row.getObject("worked_last_week", Boolean.class),
                number(row, "industry"),
                number(row, "job_position"),
                row.getBoolean("no_papers"));
    }

    private static Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static Set<Integer> codes(Array column) throws SQLException {
        Set<Integer> codes = new TreeSet<>();
        for (Object code : (Object[]) column.getArray()) {
            codes.add(((Number) code).intValue());
        }
        return codes;
    }

    private List<Change> changes(long id) {
        return jdbc.sql(CHANGES).param("id", id).query(FamilyRows::change).list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                new CaseRef(row.getString("case_ref")),
                row.getString("kind"),
                row.getObject("changed_by", Long.class),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private record Member(MemberContent content, PersonFacts facts) {}
}
