package id.siks.identity;

import org.springframework.stereotype.Component;

/** Lets tests of other rooms do what happens every minute. */
@Component
public class LeaveSweep {

    private final LeaveHandover handover;

    LeaveSweep(LeaveHandover handover) {
        this.handover = handover;
    }

    /** Begins and ends what is due. */
    public void run() {
        handover.passOn();
    }
}
