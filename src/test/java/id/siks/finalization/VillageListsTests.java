package id.siks.finalization;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.finalization.Rehearsal.Walk;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Onto which list what a village hands in now comes. */
class VillageListsTests extends PeriodTest {

    @Autowired
    VillageLists villageLists;

    @Test
    void theNextListIsFoundWithAsManyQuestionsHoweverManyPeriodsArePlanned() {
        Walk walk = rehearsal.opened("1171");
        AreaCode village = walk.villages.get(0);
        AreaCode neighbour = walk.villages.get(1);
        walk.finalizes(village, 0);
        int few = questions(village);
        for (int month = 1; month <= 3; month++) {
            periods.plan(walk.regency, YearMonth.of(2027, month));
        }

        assertThat(questions(village)).isEqualTo(few);
        assertThat(villageLists.next(village)).contains(new NextList(walk.next(), walk.view()));
        assertThat(villageLists.next(neighbour)).contains(new NextList(walk.view(), null));
    }

    private int questions(AreaCode village) {
        return Statements.during(() -> villageLists.next(village)).size();
    }
}
