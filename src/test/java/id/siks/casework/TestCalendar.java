package id.siks.casework;

import org.springframework.jdbc.core.JdbcTemplate;

/** The calendar as tests leave it behind. */
final class TestCalendar {

    private TestCalendar() {}

    /** No due date follows a change any more: its test is over. */
    static void forgetFollowing(JdbcTemplate db) {
        db.update("delete from casework.calendar_straggler");
        db.update("delete from casework.calendar_follow where settled_at is null");
    }
}
