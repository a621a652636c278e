package id.siks.sample;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRefs;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.Proposals;
import id.siks.register.Activation;
import id.siks.register.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A regency of its true size: 33,453 families in the register and 30,000 open cases (glossary 13, Lampung Barat). */
@Component
class LargeSample {

    private static final Logger LOG = LoggerFactory.getLogger(LargeSample.class);
    private static final int FAMILIES = 33_453;
    private static final int OPEN_CASES = 30_000;
    private static final int AT_ONCE = 100;
    private static final long SEED = 33_453;

    private final SamplePeople people;
    private final Families register;
    private final Proposals proposals;
    private final CaseRefs refs;
    private final Areas areas;
    private final EngineJobs jobs;
    private final BusinessTime time;

    LargeSample(
            SamplePeople people,
            Families register,
            Proposals proposals,
            CaseRefs refs,
            Areas areas,
            EngineJobs jobs,
            BusinessTime time) {
        this.people = people;
        this.register = register;
        this.proposals = proposals;
        this.refs = refs;
        this.areas = areas;
        this.jobs = jobs;
        this.time = time;
    }

    /** Fills the register by takeover cases (prefix ALH), then hands in the open cases village by village. */
    void make() {
        List<AreaCode> villages = areas.children(SamplePeople.REGENCY).stream()
                .flatMap(district -> areas.children(district.code()).stream())
                .map(Area::code)
                .toList();
        SyntheticFamilies families = new SyntheticFamilies(SEED);
        inTurns(FAMILIES, villages, "families in the register", (village, count) -> takeOver(families, village, count));
        inTurns(OPEN_CASES, villages, "open cases", (village, count) -> handIn(families, village, count));
    }

    private void takeOver(SyntheticFamilies families, AreaCode village, int count) {
        List<Activation> chunk = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chunk.add(new Activation(refs.next("ALH", village), families.in(village, time.now()), null));
        }
        register.activate(chunk);
    }

    private void handIn(SyntheticFamilies families, AreaCode village, int count) {
        proposals.submitAll(
                IntStream.range(0, count)
                        .mapToObj(i -> families.in(village, time.now()))
                        .toList(),
                village,
                people.operator(village));
        jobs.runDue();
    }

    private void inTurns(int total, List<AreaCode> villages, String what, Turn turn) {
        int done = 0;
        for (int i = 0; done < total; i++) {
            int count = Math.min(AT_ONCE, total - done);
            turn.of(villages.get(i % villages.size()), count);
            done += count;
            if (i % 30 == 29 || done == total) {
                LOG.info("Sample: {} of {} {}", done, total, what);
            }
        }
    }

    /** What is done for one village at a time. */
    private interface Turn {
        void of(AreaCode village, int count);
    }
}
