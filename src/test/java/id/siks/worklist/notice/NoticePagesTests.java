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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Everything one was told stays to be read, and it is known what was before one's eyes. */
class NoticePagesTests extends NoticeTest {

    @Autowired
    NoticeSettingRows settings;

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
        mvc.perform(get(next(first)).with(with(operator)))
                .andExpect(content().string(containsString("; 100 pekerjaan")))
                .andExpect(content().string(not(containsString("?before="))));
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
        fresh.of(operator).forEach(line -> fresh.putAway(operator, line.those()));
        mvc.perform(get(HERE).with(with(operator)))
                .andExpect(content().string(containsString("menyebut Anda")))
                .andExpect(content().string(containsString("belum dibaca")));
    }

    @Test
    void only_what_stood_on_the_first_page_is_put_away() throws Exception {
        long first = told(What.GIVEN);
        for (int i = 0; i < FreshNotices.SHOWN; i++) {
            personal.ofMany(What.STANDS_IN, operator.accountId(), 1, colleague.accountId());
        }
        String home = page("/");
        for (int i = 0; i < FreshNotices.SHOWN; i++) {
            fresh.putAway(operator, List.of(fresh.of(operator).get(0).notice().id()));
        }
        mvc.perform(post(HERE + "/put-away")
                        .param("those", those(home))
                        .with(with(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));

        assertThat(fresh.of(operator)).extracting(line -> line.notice().id()).containsExactly(first);
        assertThat(arrival(first).readAt()).isNull();
    }

    @Test
    void what_others_were_told_is_not_put_away_by_its_number() {
        long his = told(What.GIVEN);
        fresh.putAway(colleague, List.of(his));
        assertThat(arrival(his).readAt()).isNull();
    }

    @Test
    void reading_leads_back_to_where_one_was() throws Exception {
        for (int i = 0; i <= NoticeBook.PAGE; i++) {
            told(What.GIVEN);
            personal.ofMany(What.STANDS_IN, operator.accountId(), 1, colleague.accountId());
        }
        long newest = fresh.of(operator).stream()
                .filter(line -> line.those().size() > 1)
                .findFirst()
                .orElseThrow()
                .notice()
                .id();
        String list = next(page(HERE));
        String group = HERE + "/" + newest + "/alike";
        String end = next(page(group));
        for (String place : List.of(list, group, end)) {
            MultiValueMap<String, String> back = new LinkedMultiValueMap<>();
            if (!place.equals(list)) {
                back.add("alike", Long.toString(newest));
            }
            if (!place.equals(group)) {
                back.add("before", place.replaceAll(".*=", ""));
            }
            String shown = page(place);
            back.toSingleValueMap().forEach((name, value) -> assertThat(shown)
                    .contains("name=\"" + name + "\" value=\"" + value + "\""));
            back.add("those", Long.toString(newest));
            for (String deed : List.of("/read", "/alike/read")) {
                mvc.perform(post(HERE + "/" + newest + deed)
                                .params(back)
                                .with(with(operator))
                                .with(csrf()))
                        .andExpect(redirectedUrl(place));
            }
        }
        mvc.perform(post(HERE + "/" + newest + "/read")
                        .param("alike", "../..")
                        .param("before", "//elsewhere")
                        .with(with(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(HERE));
    }
}
