package id.siks.finalization;

import static id.siks.ChildApplication.count;
import static id.siks.ChildApplication.template;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.ChildApplication;
import id.siks.ChildApplicationTest;
import id.siks.finalization.model.DecreeChunk;
import id.siks.sample.LongDetermination;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Requirement 27: the decree reaches a long list while the application is killed in the middle of it: once alone, with its server left
 * running, and once together with its server. Rows held by the test stop every lane of it at a known place.
 */
class KilledDeterminationTests extends ChildApplicationTest {

    private static final int CASES = LongDetermination.CASES;

    // One in each of the chunks that the lanes take next; the first chunk goes through.
    private static final List<Integer> PLACES =
            Stream.of(3, 5, 7).map(halves -> halves * DecreeChunk.SIZE / 2).toList();

    private static final String MEMBER =
            """
            select case_ref from finalization.batch_item where state = 'SEALED' order by batch_item_id
            offset ? limit 1""";

    private static final String DETERMINED = "select count(*) from finalization.batch_item where state = 'DETERMINED'";

    @Test
    void a_determination_killed_twice_reaches_every_case_exactly_once() throws Exception {
        Process first = application.prepared(Stream.of(LongDetermination.class));
        try (Connection holder = application.connect()) {
            // Held when the register is written and the cases are not: the application dies in the middle of a chunk.
            hold(holder, "select 1 from proposal.proposal where case_ref = ? for update");
            ChildApplication.goOn(first);
            awaitEveryLaneWaitsFor(holder, first);
            assertThat(count(holder, DETERMINED)).isBetween(1L, CASES - 1L);
            ChildApplication.kill(first);
        }

        Process second = application.start("second");
        try (Connection holder = application.awaitItsServer(second)) {
            // Held when the register is written and the processes end: everything dies at the end of a chunk.
            long before = count(holder, DETERMINED);
            hold(holder, "select 1 from act_ru_execution where business_key_ = ? and parent_id_ is null for update");
            awaitEveryLaneWaitsFor(holder, second);
            assertThat(count(holder, DETERMINED)).isBetween(before + 1, CASES - 1L);
            application.killServer();
        }
        ChildApplication.kill(second);

        Process third = application.start("third");
        try (Connection reader = application.awaitItsServer(third)) {
            application.await(
                    third,
                    () -> count(reader, "select count(*) from finalization.period where state = 'DETERMINED'") == 1);
            everythingHappenedOnce(reader);
        }
        ChildApplication.stop(third);
    }

    private void everythingHappenedOnce(Connection db) {
        assertThat(count(db, DETERMINED)).isEqualTo(CASES);
        assertThat(count(db, "select count(*) from finalization.batch_item where state <> 'DETERMINED'"))
                .isZero();
        assertThat(count(db, "select count(*) from proposal.proposal where status = 'DETERMINED'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from proposal.open_subject")).isZero();

        assertThat(count(db, "select count(*) from register.family where status = 'ACTIVE'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from register.family")).isEqualTo(CASES);
        assertThat(count(db, "select count(*) from register.register_change where kind = 'ACTIVATED'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct case_ref) from register.register_change"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct family_id) from register.register_change"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from register.person where active"))
                .isEqualTo(count(db, "select sum(member_count) from proposal.proposal"));

        assertThat(count(db, "select count(*) from casework.case_event where what = 'applied'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct case_ref) from casework.case_event where what = 'applied'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from casework.case_summary where group_id is not null"))
                .isEqualTo(CASES);

        assertThat(count(db, "select count(*) from act_ru_incident")).isZero();
        assertThat(
                        count(
                                db,
                                """
                        select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where d.key_ in ('proposal-trunk', 'field-check')"""))
                .isZero();
        assertThat(count(db, "select count(*) from act_ru_job where handler_type_ = 'async-continuation'"))
                .isZero();
        assertThat(
                        count(
                                db,
                                """
                        select count(*) from act_ru_execution e
                        join finalization.period p on p.case_ref = e.business_key_ and p.state = 'DETERMINED'"""))
                .isZero();
        assertThat(
                        count(
                                db,
                                """
                        select count(*) from act_hi_procinst
                        where proc_def_key_ = 'proposal-trunk' and end_act_id_ = 'proposal-applied'"""))
                .isEqualTo(CASES);
    }

    private static void hold(Connection connection, String row) throws SQLException {
        connection.setAutoCommit(false);
        for (int place : PLACES) {
            String member = template(connection).queryForObject(MEMBER, String.class, place);
            assertThat(template(connection).queryForList(row, member)).hasSize(1);
        }
    }

    private void awaitEveryLaneWaitsFor(Connection holder, Process process) {
        application.await(process, () -> ChildApplication.blockedBy(holder) >= PLACES.size());
    }
}
