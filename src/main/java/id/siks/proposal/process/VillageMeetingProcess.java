package id.siks.proposal.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.platform.engine.EngineVariables;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What this room tells {@code village-meeting}. */
@Component
public class VillageMeetingProcess {

    private final CaseEngine engine;

    VillageMeetingProcess(CaseEngine engine) {
        this.engine = engine;
    }

    /** A meeting is called. */
    public void called(CaseRef meeting, AreaCode village) {
        engine.start(VillageMeeting.KEY, VillageMeeting.KIND_MEETING, Map.of(meeting, village));
    }

    /** Nobody is left to be talked about; one that began with an earlier version of the model goes on nevertheless. */
    public void familiesGone(CaseRef meeting) {
        engine.tell(VillageMeeting.FAMILIES_GONE, List.of(meeting), Map.of());
    }

    /** What it decided is written down. */
    public void recorded(CaseRef meeting) {
        engine.complete(meeting, VillageMeeting.RECORD_MEETING, Map.of());
    }

    /** The head has signed, or sent it back. */
    public void signed(CaseRef meeting, boolean signed) {
        engine.complete(
                meeting, VillageMeeting.SIGN_MEETING, Map.of(VillageMeeting.SIGNED, EngineVariables.passing(signed)));
    }
}
