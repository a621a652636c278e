package id.siks.identity;

import id.siks.platform.BusinessTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets tests of other rooms do what happens every minute, and send people on leave. */
@Component
public class LeaveSweep {

    private final LeaveHandover handover;
    private final LeaveDesk desk;
    private final TestActors people;
    private final BusinessTime time;

    LeaveSweep(LeaveHandover handover, LeaveDesk desk, TestActors people, BusinessTime time) {
        this.handover = handover;
        this.desk = desk;
        this.people = people;
        this.time = time;
    }

    /** Begins and ends what is due. */
    public void run() {
        handover.passOn();
    }

    /** Somebody is on leave today, and whoever keeps the accounts has named this deputy, who may be anybody. */
    public void away(Actor absent, Actor deputy) {
        String today = time.today(desk.zone(absent.accountId())).toString();
        Actor keeper = people.holding(List.of(Assignment.nation(Role.USER_ADMIN)));
        desk.enter(new LeaveDesk.Asked(TestActors.login(absent), TestActors.login(deputy), today, today), keeper);
    }
}
