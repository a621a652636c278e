package id.siks.worklist.notice;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorklistTest;
import id.siks.worklist.notice.Notices.What;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the pages of what one was told have at hand. */
abstract class NoticeTest extends WorklistTest {

    static final AreaCode VILLAGE = new AreaCode("5202032003");
    static final String HERE = "/worklist/notices";
    private static final Pattern THOSE = Pattern.compile("name=\"those\" value=\"([\\d,]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/worklist/notices[^\"]*\\?before=[^\"]+)\"");

    @Autowired
    PersonalNotices personal;

    @Autowired
    FreshNotices fresh;

    @Autowired
    Arrivals arrivals;

    Actor operator;
    Actor colleague;
    WorkItem item;

    @BeforeEach
    void somebody() {
        operator = people.operator(VILLAGE);
        colleague = people.operator(VILLAGE);
        item = items.find(work.open(VILLAGE, null)).orElseThrow();
    }

    String page(String href) throws Exception {
        return mvc.perform(get(href).with(with(operator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    static String those(String page) {
        return found(THOSE, page);
    }

    static String next(String page) {
        return found(NEXT, page);
    }

    private static String found(Pattern what, String page) {
        Matcher found = what.matcher(page);
        assertThat(found.find()).as("%s in %s", what, page).isTrue();
        return found.group(1);
    }

    long told(What what) {
        personal.ofWork(what, operator.accountId(), item, colleague.accountId());
        return fresh.of(operator).get(0).notice().id();
    }

    Arrival arrival(long notice) {
        return arrivals.of(List.of(notice)).get(notice);
    }
}
