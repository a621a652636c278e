package id.siks.casework;

import id.siks.ChildWork;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.time.LocalDate;

/** Many tasks are open that are due on one day; then that day becomes a holiday in their province. */
class LongCalendar implements ChildWork {

    static final int CASES = 500;

    /** The process their cases follow. */
    static final String KEY = WatchedWork.key(Role.DISTRICT_SOCIAL_WORKER);

    static final AreaCode VILLAGE = new AreaCode("1701012001");

    private final TestCases cases;
    private final WatchedWork work;
    private final CalendarDesk desk;
    private final Deadlines deadlines;
    private final BusinessTime time;

    LongCalendar(TestCases cases, WatchedWork work, CalendarDesk desk, Deadlines deadlines, BusinessTime time) {
        this.cases = cases;
        this.work = work;
        this.desk = desk;
        this.deadlines = deadlines;
        this.time = time;
    }

    @Override
    public void prepare() {
        cases.many(CASES, () -> work.open(Role.DISTRICT_SOCIAL_WORKER, VILLAGE));
    }

    @Override
    public void begin() {
        WorkClock clock = deadlines.clock(VILLAGE.value());
        LocalDate day = clock.dayOf(deadlines.dueAt("weigh-goods", "", VILLAGE.value(), time.now()));
        String province = VILLAGE.at(AreaLevel.PROVINCE).value();
        Holiday holiday = new Holiday(0, day, province, Holiday.Kind.REGIONAL, "Hari jadi", "SK Gubernur 1");
        desk.save(CalendarEdit.of(null, holiday), null);
    }
}
