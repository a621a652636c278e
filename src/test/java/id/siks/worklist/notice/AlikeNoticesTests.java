package id.siks.worklist.notice;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.worklist.notice.Notices.What;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is alike is told as one, and read as one: those that were shown and no others. */
class AlikeNoticesTests extends NoticeTest {

    private static final String READ_ALL = "Tandai semuanya sudah dibaca";

    @Autowired
    JdbcTemplate db;

    @Test
    void many_of_a_kind_from_one_day_and_one_colleague_are_one_line_that_opens_them() throws Exception {
        long oldest = told(What.GIVEN);
        told(What.GIVEN);
        long newest = told(What.GIVEN);
        personal.ofWork(
                What.GIVEN, operator.accountId(), item, people.operator(VILLAGE).accountId());
        told(What.ASKED);
        yesterday(told(What.GIVEN));

        assertThat(fresh.of(operator)).extracting(FreshNotices.Line::count).containsExactly("1", "1", "1", "3");
        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString(HERE + "/" + newest + "/alike\">3 kabar")));
        mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(containsString("3 belum dibaca")))
                .andExpect(content().string(containsString(HERE + "/" + newest + "/alike\">3 kabar")))
                .andExpect(content().string(not(containsString("data-notice=\"" + oldest + "\""))));
        mvc.perform(get(HERE + "/" + newest + "/alike").with(with(operator)))
                .andExpect(content().string(containsString("data-notice=\"" + oldest + "\"")))
                .andExpect(content().string(containsString("data-notice=\"" + newest + "\"")));
        mvc.perform(get(HERE + "/" + newest + "/alike").with(with(colleague))).andExpect(status().isNotFound());
    }

    @Test
    void many_are_read_at_once_but_none_that_came_since() throws Exception {
        long one = told(What.GIVEN);
        long shown = told(What.GIVEN);
        String before = page(HERE);
        long since = told(What.GIVEN);
        long other = told(What.ASKED);
        String read = HERE + "/" + shown + "/alike/read";
        mvc.perform(post(read)
                        .param("those", those(before))
                        .with(with(colleague))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(arrival(one).readAt()).isNull();

        mvc.perform(post(read)
                        .param("those", those(before))
                        .with(with(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(HERE));
        assertThat(List.of(arrival(one), arrival(shown)))
                .allSatisfy(put -> assertThat(put.readAt()).isNotNull().isEqualTo(put.seenAt()));
        assertThat(List.of(arrival(since), arrival(other)))
                .extracting(Arrival::readAt)
                .containsOnlyNulls();
        mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(containsString("3 kabar")))
                .andExpect(content().string(containsString("1 belum dibaca")));
    }

    @Test
    void what_was_begun_earlier_and_came_later_stays_unread() throws Exception {
        long low =
                db.queryForObject("select nextval(pg_get_serial_sequence('worklist.notice', 'notice_id'))", Long.class);
        long one = told(What.GIVEN);
        long shown = told(What.GIVEN);
        String home = page("/");
        String many = page(HERE);
        String alike = page(HERE + "/" + shown + "/alike");
        db.update(
                """
                insert into worklist.notice (notice_id, what, account_id, case_ref, by_account, task_id, at)
                overriding system value
                select ?, what, account_id, case_ref, by_account, task_id, at from worklist.notice where notice_id = ?""",
                low,
                one);
        for (String drawn : List.of(home, many, alike)) {
            db.update("update worklist.notice set read_at = null where account_id = ?", operator.accountId());
            String way = drawn.equals(home) ? "/put-away" : "/" + shown + "/alike/read";
            mvc.perform(post(HERE + way)
                            .param("those", those(drawn))
                            .with(with(operator))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
            assertThat(arrival(one).readAt()).isNotNull();
            assertThat(arrival(shown).readAt()).isNotNull();
            assertThat(arrival(low).readAt()).isNull();
        }
    }

    @Test
    void of_a_flood_a_stretch_is_told_at_a_time_and_nothing_behind_it_is_lost() throws Exception {
        long behind = told(What.ASKED);
        long first = told(What.GIVEN);
        db.update(
                """
                insert into worklist.notice (what, account_id, case_ref, by_account, task_id, at)
                select what, account_id, case_ref, by_account, task_id, at
                from worklist.notice, generate_series(1, ?) where notice_id = ?""",
                Alike.LOOKED_AT + 1,
                first);

        assertThat(fresh.of(operator)).extracting(FreshNotices.Line::count).containsExactly("500+");
        String newest = page(HERE);
        assertThat(newest).contains("500+ kabar", "500+ belum dibaca").doesNotContain("data-notice=");
        String older = page(next(newest));
        assertThat(older).contains(">2 kabar", "data-notice=\"" + behind + "\"").doesNotContain("?before=", "+ kabar");
    }

    @Test
    void many_of_a_kind_are_read_page_by_page() throws Exception {
        long oldest = told(What.GIVEN);
        for (int i = 0; i < NoticeBook.PAGE; i++) {
            told(What.GIVEN);
        }
        long newest = fresh.of(operator).get(0).notice().id();
        String first = page(HERE + "/" + newest + "/alike");
        assertThat(first.split("data-notice=")).hasSize(NoticeBook.PAGE + 1);
        String next = next(first);
        assertThat(page(next)).contains("data-notice=", READ_ALL).doesNotContain("?before=");

        for (FreshNotices.Line line : fresh.of(operator)) {
            fresh.putAway(
                    operator, line.those().stream().filter(n -> n != oldest).toList());
        }
        assertThat(page(HERE + "/" + newest + "/alike"))
                .as("what is unread stands on the next page")
                .doesNotContain("belum dibaca")
                .contains(READ_ALL);
        fresh.putAway(operator, List.of(oldest));
        assertThat(page(next)).doesNotContain(READ_ALL);
    }

    private void yesterday(long notice) {
        db.update("update worklist.notice set at = at - interval '1 day' where notice_id = ?", notice);
    }
}
