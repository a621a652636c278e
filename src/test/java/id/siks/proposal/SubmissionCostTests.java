package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.register.FamilyContent;
import id.siks.register.TestFamilies;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What one submission through the face costs altogether: rows and statements, counted (performance row P1). */
@EngineTest
class SubmissionCostTests {

    private static final AreaCode VILLAGE = new AreaCode("1804222003");
    private static final int MOST_ENGINE_ROWS = 14;
    private static final int MOST_STATEMENTS_ABOVE_ROWS = 6;
    private static final int BEGIN_AND_COMMIT = 2;
    // The request's key, the case's turn, three questions, the family's numbers, the case, its timeline, the engine's
    // question and rows, commit.
    private static final int MOST_TRIPS = 12;

    private static final String TABLES =
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'""";

    @Autowired
    Proposals proposals;

    @Autowired
    TestActors actors;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    private Actor operator;

    @BeforeEach
    void somebodyWorks() {
        operator = actors.operator(VILLAGE);
    }

    @Test
    void a_submission_costs_few_statements_beyond_its_rows() {
        submitted();
        Draft draft = draft();
        List<String> statements = SentStatements.during(() -> submit(draft));

        assertThat(statements).hasSizeBetween(1, rows(submitted(), "") + MOST_STATEMENTS_ABOVE_ROWS + BEGIN_AND_COMMIT);
    }

    @Test
    void a_submission_waits_for_the_database_less_often_than_it_writes_tables() {
        submitted();
        Draft draft = draft();

        assertThat(SentStatements.tripsDuring(() -> submit(draft))).isBetween(1, MOST_TRIPS);
    }

    @Test
    void the_engine_writes_few_of_the_rows() {
        assertThat(rows(submitted(), "public.act_")).isBetween(1, MOST_ENGINE_ROWS);
    }

    /** One more submission; tells its transaction. */
    private String submitted() {
        Draft draft = draft();
        return transaction.execute(status -> {
            submit(draft);
            return db.queryForObject("select pg_current_xact_id()::xid::text", String.class);
        });
    }

    private int rows(String written, String beginning) {
        return db.queryForList(TABLES, String.class).stream()
                .filter(table -> table.startsWith(beginning))
                .filter(table -> Boolean.TRUE.equals(
                        db.queryForObject("select has_table_privilege(?, 'select')", Boolean.class, table)))
                .mapToInt(table -> db.queryForObject(
                        "select count(*) from " + table + " where xmin::text = ?", Integer.class, written))
                .sum();
    }

    private void submit(Draft draft) {
        proposals.submit(draft.ref(), draft.version(), true, UUID.randomUUID(), operator);
    }

    private Draft draft() {
        FamilyContent family = TestFamilies.in(VILLAGE);
        CaseRef ref = proposals.draft(operator, VILLAGE);
        int version = proposals
                .saveCard(ref, proposals.view(ref, operator).version(), CardPart.of(family, null, false), operator)
                .version();
        version =
                proposals.saveMembers(ref, version, family.members(), operator).version();
        version =
                proposals.saveHousing(ref, version, family.housing(), operator).version();
        version = proposals.savePlace(ref, version, family.place(), operator).version();
        for (AttachmentKind kind : List.of(AttachmentKind.HOUSE_FRONT, AttachmentKind.FAMILY_CARD)) {
            photograph(ref, kind);
        }
        return new Draft(ref, version);
    }

    // How photos come in is not counted here.
    private void photograph(CaseRef ref, AttachmentKind kind) {
        db.update(
                """
                insert into evidence.attachment
                  (owner, area_code, kind, media_type, file_name, bytes, sha256, uploaded_by, uploaded_at)
                values (?, ?, ?, 'image/jpeg', gen_random_uuid()::text, 1, '', ?, now())""",
                ref.value(),
                VILLAGE.value(),
                kind.name(),
                operator.accountId());
    }

    private record Draft(CaseRef ref, int version) {}
}
