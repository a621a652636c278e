package id.siks.worklist.model;

import static id.siks.identity.TestActors.with;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.Deadlines;
import id.siks.casework.WorkClock;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What nearly every test of the worklist has at hand. */
@EngineTest
public abstract class WorklistTest {

    private static final Map<AreaCode, Integer> TAKEN = new ConcurrentHashMap<>();

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected TestActors people;

    @Autowired
    protected TestWork work;

    @Autowired
    protected WorkItems items;

    @Autowired
    private Areas areas;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private BusinessTime time;

    /** A village of the regency that no test had from here before. */
    protected AreaCode freshVillage(AreaCode regency) {
        List<AreaCode> villages = areas.children(regency).stream()
                .flatMap(district -> areas.children(district.code()).stream())
                .map(Area::code)
                .toList();
        return villages.get(TAKEN.merge(regency, 1, Integer::sum) - 1);
    }

    /** The first day at least so many days from today on which offices there are open. */
    protected LocalDate workingDay(AreaCode area, int days) {
        WorkClock clock = deadlines.clock(area.value());
        LocalDate day = time.today(areas.zoneOf(area)).plusDays(days);
        while (!clock.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** He takes it, and its page is what he sees next. */
    protected void claim(String task, Actor actor) throws Exception {
        String page = "/worklist/tasks/" + task;
        mvc.perform(post(page + "/claim").with(with(actor)).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl(page));
    }
}
