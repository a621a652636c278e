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
import id.siks.worklist.notice.Notices.Notice;
import id.siks.worklist.notice.Notices.What;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything one was told stays to be read, and it is known what was before one's eyes. */
class NoticePagesTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5202032003");
    private static final String HERE = "/worklist/notices";

    @Autowired
    PersonalNotices personal;

    @Autowired
    Notices notices;

    @Autowired
    NoticeSettingRows settings;

    @Autowired
    Arrivals arrivals;

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
        notices.putAway(operator, Long.MAX_VALUE);
        mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(containsString("menyebut Anda")))
                .andExpect(content().string(containsString("belum dibaca")));
    }

    @Test
    void only_what_stood_on_the_first_page_is_put_away() {
        long first = told(What.GIVEN);
        for (int i = 0; i < Notices.SHOWN; i++) {
            told(What.GIVEN);
        }
        notices.putAway(operator, Long.MAX_VALUE);

        assertThat(notices.unread(operator)).extracting(Notice::id).containsExactly(first);
        assertThat(arrival(first).readAt()).isNull();
    }

    private long told(What what) {
        personal.ofWork(what, operator.accountId(), item, colleague.accountId());
        List<Notice> unread = notices.unread(operator);
        return unread.get(0).id();
    }

    private Arrival arrival(long notice) {
        return arrivals.of(List.of(notice)).get(notice);
    }
}
