package id.siks.sample;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRefs;
import id.siks.platform.BusinessTime;
import id.siks.platform.Message;
import id.siks.platform.Preparation;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.Proposals;
import id.siks.register.Activation;
import id.siks.register.Families;
import id.siks.sample.SampleProgress.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A regency of its true size: 33,453 families in the register and 30,000 open cases (glossary 13, Lampung Barat). How far
 * it came is written with every chunk: killed half way, the next start goes on where it was.
 */
@Component
class LargeSample {

    private static final Logger LOG = LoggerFactory.getLogger(LargeSample.class);
    private static final int FAMILIES = 33_453;
    private static final int OPEN_CASES = 30_000;
    private static final int AT_ONCE = 100;
    private static final Duration JOBS_OF_A_TURN = Duration.ofMinutes(1);
    private static final int TURNS_A_LINE = 20;
    private static final long SEED = 33_453;

    private final SamplePeople people;
    private final SampleProgress progress;
    private final Families register;
    private final Proposals proposals;
    private final CaseRefs refs;
    private final Areas areas;
    private final EngineJobs jobs;
    private final BusinessTime time;
    private final Preparation preparation;
    private final TransactionTemplate transaction;

    LargeSample(
            SamplePeople people,
            SampleProgress progress,
            Families register,
            Proposals proposals,
            CaseRefs refs,
            Areas areas,
            EngineJobs jobs,
            BusinessTime time,
            Preparation preparation,
            TransactionTemplate transaction) {
        this.people = people;
        this.progress = progress;
        this.register = register;
        this.proposals = proposals;
        this.refs = refs;
        this.areas = areas;
        this.jobs = jobs;
        this.time = time;
        this.preparation = preparation;
        this.transaction = transaction;
    }

    /** Makes whatever of it is missing. */
    void make() {
        make(FAMILIES, OPEN_CASES);
    }

    /** Fills the register by takeover cases (prefix ALH), then hands in the open cases village by village. */
    void make(int families, int openCases) {
        people.enrol();
        List<AreaCode> villages = areas.children(SamplePeople.REGENCY).stream()
                .flatMap(district -> areas.children(district.code()).stream())
                .map(Area::code)
                .toList();
        inTurns(Part.FAMILIES, families, villages, "sample.register", this::takeOver);
        inTurns(Part.OPEN_CASES, openCases, villages, "sample.cases", this::handIn);
    }

    private int takeOver(SyntheticFamilies families, AreaCode village, int count) {
        List<Activation> chunk = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chunk.add(new Activation(refs.next("ALH", village), families.in(village, time.now()), null));
        }
        return register.activate(chunk).activated().size();
    }

    private int handIn(SyntheticFamilies families, AreaCode village, int count) {
        return proposals
                .submitAll(
                        IntStream.range(0, count)
                                .mapToObj(i -> families.in(village, time.now()))
                                .toList(),
                        village,
                        people.operator(village))
                .accepted()
                .size();
    }

    private void inTurns(Part part, int total, List<AreaCode> villages, String sentence, Turn turn) {
        int done = progress.of(part).orElse(0);
        // Whoever goes on must not draw the same families again.
        SyntheticFamilies families = SyntheticFamilies.ofTheLargeSample(SEED + part.ordinal() * (long) FAMILIES + done);
        for (int i = done / AT_ONCE; done < total && !preparation.isClosing(); i++) {
            AreaCode village = villages.get(i % villages.size());
            int before = done;
            done = transaction.execute(status -> {
                int now = before + turn.of(families, village, Math.min(AT_ONCE, total - before));
                progress.reached(part, now);
                return now;
            });
            jobs.settle(JOBS_OF_A_TURN);
            preparation.tell(Message.of(sentence, done, total));
            if (i % TURNS_A_LINE == 0 || done >= total) {
                LOG.info(
                        "Sample: {} of {} {}",
                        done,
                        total,
                        part == Part.FAMILIES ? "families in the register" : "open cases");
            }
        }
    }

    /** What is done for one village at a time; answers for how many families it could be done. */
    private interface Turn {
        int of(SyntheticFamilies families, AreaCode village, int count);
    }
}
