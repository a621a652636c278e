package id.siks.worklist.notice;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorklistTest;
import id.siks.worklist.notice.Notices.What;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything one was told stays to be read, and it is known what was before one's eyes. */
class NoticePagesTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5202032003");
    private static final String HERE = "/worklist/notices";

    @Autowired
    PersonalNotices personal;

    @Autowired
    FreshNotices fresh;

    @Autowired
    NoticeSettingRows settings;

    @Autowired
    Arrivals arrivals;

    @Autowired
    JdbcTemplate db;

    private Actor operator;
    private Actor colleague;
    private WorkItem item;

    @BeforeEach
    void somebody() {
        operator = people.operator(VILLAGE);
        colleague = people.operator(VILLAGE);
        item = items.find(work.open(VILLAGE, null)).orElseThrow();
    }

    @Test
    void it_is_seen_when_the_page_says_so_and_read_when_its_reader_does() throws Exception {
        long notice = told(What.GIVEN);
        mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(containsString("belum dibaca")))
                .andExpect(content().string(containsString(colleague.displayName())));
        mvc.perform(get(HERE + "/" + notice).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(item.ref().value())));
        assertThat(arrival(notice).seenAt()).isNull();

        mvc.perform(post(HERE + "/seen")
                        .param("notice", Long.toString(notice), "x", "99999999999999999999")
                        .with(with(operator))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        Arrival seen = arrival(notice);
        assertThat(seen.seenAt()).isNotNull();
        assertThat(seen.readAt()).isNull();

        mvc.perform(post(HERE + "/" + notice + "/read").with(with(operator)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(arrival(notice).readAt()).isNotNull();
        assertThat(arrival(notice).seenAt()).isEqualTo(seen.seenAt());
        mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(not(containsString("belum dibaca"))))
                .andExpect(content().string(containsString(colleague.displayName())));
    }

    @Test
    void what_others_were_told_is_nowhere() throws Exception {
        long notice = told(What.GIVEN);
        mvc.perform(get(HERE + "/" + notice).with(with(colleague))).andExpect(status().isNotFound());
        mvc.perform(post(HERE + "/" + notice + "/read").with(with(colleague)).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post(HERE + "/seen")
                .param("notice", Long.toString(notice))
                .with(with(colleague))
                .with(csrf()));
        assertThat(arrival(notice).seenAt()).isNull();
    }

    @Test
    void much_is_read_page_by_page() throws Exception {
        for (int i = 0; i <= NoticeBook.PAGE; i++) {
            personal.ofMany(What.STANDS_IN, operator.accountId(), 100 + i, colleague.accountId());
        }
        String first = mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(not(containsString("; 100 pekerjaan"))))
                .andExpect(content().string(containsString("; 101 pekerjaan")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String next = first.replaceAll("(?s).*href=\"(/worklist/notices\\?before=\\d+)\".*", "$1");
        mvc.perform(get(next).with(with(operator)))
                .andExpect(content().string(containsString("; 100 pekerjaan")))
                .andExpect(content().string(not(containsString("before="))));
    }

    @Test
    void what_is_kept_off_the_first_page_stays_unread_on_this_one() throws Exception {
        settings.save(
                operator.accountId(),
                new NoticeSettings(Rhythm.AT_ONCE, 7, 20, 6, true, "id", Set.of(), Set.of(Topic.TALK)));
        told(What.GIVEN);
        personal.mentioned(List.of(operator.accountId()), item.ref(), colleague.accountId());

        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString("menyerahkan satu pekerjaan")))
                .andExpect(content().string(not(containsString("menyebut Anda"))));
        fresh.putAway(operator, Long.MAX_VALUE);
        mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(containsString("menyebut Anda")))
                .andExpect(content().string(containsString("belum dibaca")));
    }

    @Test
    void only_what_stood_on_the_first_page_is_put_away() {
        long first = told(What.GIVEN);
        for (int i = 0; i < FreshNotices.SHOWN; i++) {
            personal.ofMany(What.STANDS_IN, operator.accountId(), 1, colleague.accountId());
        }
        fresh.putAway(operator, Long.MAX_VALUE);

        assertThat(fresh.of(operator)).extracting(line -> line.notice().id()).containsExactly(first);
        assertThat(arrival(first).readAt()).isNull();
    }

    @Test
    void many_of_a_kind_from_one_day_and_one_colleague_are_one_line_that_opens_them() throws Exception {
        long oldest = told(What.GIVEN);
        told(What.GIVEN);
        long newest = told(What.GIVEN);
        personal.ofWork(
                What.GIVEN, operator.accountId(), item, people.operator(VILLAGE).accountId());
        told(What.ASKED);
        yesterday(told(What.GIVEN));

        assertThat(fresh.of(operator)).extracting(FreshNotices.Line::n).containsExactly(1, 1, 1, 3);
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
        long since = told(What.GIVEN);
        long other = told(What.ASKED);
        String read = HERE + "/" + shown + "/alike/read";
        mvc.perform(post(read).with(with(colleague)).with(csrf())).andExpect(status().isNotFound());
        assertThat(arrival(one).readAt()).isNull();

        mvc.perform(post(read).with(with(operator)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(List.of(arrival(one), arrival(shown)))
                .allSatisfy(put -> assertThat(put.readAt()).isNotNull().isEqualTo(put.seenAt()));
        assertThat(List.of(arrival(since), arrival(other)))
                .extracting(Arrival::readAt)
                .containsOnlyNulls();
        mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(containsString("3 kabar")))
                .andExpect(content().string(containsString("1 belum dibaca")));

        fresh.putAway(operator, since);
        assertThat(arrival(since).readAt()).isNotNull();
        assertThat(arrival(other).readAt()).isNull();
    }

    @Test
    void many_of_a_kind_are_read_page_by_page() throws Exception {
        for (int i = 0; i <= NoticeBook.PAGE; i++) {
            told(What.GIVEN);
        }
        long newest = fresh.of(operator).get(0).notice().id();
        String first = mvc.perform(get(HERE + "/" + newest + "/alike").with(with(operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(first.split("data-notice=")).hasSize(NoticeBook.PAGE + 1);
        String next = first.replaceAll("(?s).*href=\"(/worklist/notices/\\d+/alike\\?before=\\d+)\".*", "$1");
        mvc.perform(get(next).with(with(operator)))
                .andExpect(content().string(containsString("data-notice=")))
                .andExpect(content().string(not(containsString("before="))));
    }

    private void yesterday(long notice) {
        db.update("update worklist.notice set at = at - interval '1 day' where notice_id = ?", notice);
    }

    private long told(What what) {
        personal.ofWork(what, operator.accountId(), item, colleague.accountId());
        return fresh.of(operator).get(0).notice().id();
    }

    private Arrival arrival(long notice) {
        return arrivals.of(List.of(notice)).get(notice);
    }
}
