package id.siks.sample;

import id.siks.ChildWork;
import id.siks.casework.CaseRef;
import id.siks.finalization.Batches;
import id.siks.finalization.Decree;
import id.siks.identity.Role;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Import;

/** A long list lies on the minister's desk; then it is determined. */
@Import(LongList.class)
public class LongDetermination implements ChildWork {

    public static final int CASES = 2_000;

    private final LongList list;
    private final SamplePeople people;
    private final Batches batches;
    private CaseRef period;

    LongDetermination(LongList list, SamplePeople people, Batches batches) {
        this.list = list;
        this.people = people;
        this.batches = batches;
    }

    @Override
    public void prepare() {
        period = list.atTheMinister(CASES);
    }

    @Override
    public void begin() {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        batches.determine(
                period, new Decree("123/HUK/" + month.getYear(), month), people.official(Role.MINISTRY_DECIDER));
    }
}
