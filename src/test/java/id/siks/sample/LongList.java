package id.siks.sample;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.finalization.Batches;
import id.siks.finalization.Cadence;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.VillageLists;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import id.siks.sample.SmallSample.Desk;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A long list of approved families that lies on the minister's desk. The families are handed in, their villages close
 * their lists and every level above acts through the rooms' own faces; the stations between, which take one person per
 * case, are skipped: their status is set and the engine moves the cases to where they wait for the determination.
 */
class LongList {

    private static final int AT_ONCE = 100;

    private final SamplePeople people;
    private final SampleOffice office;
    private final Proposals proposals;
    private final Periods periods;
    private final VillageLists villageLists;
    private final Batches batches;
    private final Areas areas;
    private final EngineJobs jobs;
    private final RuntimeService runtime;
    private final BusinessTime time;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    LongList(
            SamplePeople people,
            SampleOffice office,
            Proposals proposals,
            Periods periods,
            VillageLists villageLists,
            Batches batches,
            Areas areas,
            EngineJobs jobs,
            RuntimeService runtime,
            BusinessTime time,
            JdbcTemplate db,
            TransactionTemplate transaction) {
        this.people = people;
        this.office = office;
        this.proposals = proposals;
        this.periods = periods;
        this.villageLists = villageLists;
        this.batches = batches;
        this.areas = areas;
        this.jobs = jobs;
        this.runtime = runtime;
        this.time = time;
        this.db = db;
        this.transaction = transaction;
    }

    /** Brings so many cases to the minister's desk, a hundred from a village; tells the number of their period. */
    CaseRef atTheMinister(int cases) {
        people.enrol();
        PeriodView period = open();
        Map<AreaCode, List<CaseRef>> lists = submit(cases);
        skipToTheVillage();
        lists.keySet().forEach(place -> {
            agree(place);
            villageLists.finalizeVillage(period.ref(), place, people.operator(place));
        });
        move("request-field-check", "batch-awaited");
        lists.values().forEach(this::approve);
        time.moveTo(period.villageCutoffAt().plusSeconds(60));
        jobs.runDue();
        office.carry(period.ref(), Desk.MINISTER);
        // Whoever goes on after the crash has the real time: so had the one before it.
        time.release();
        return period.ref();
    }

    private PeriodView open() {
        periods.follow(
                SamplePeople.REGENCY,
                "CONTINUOUS",
                Cadence.MONTHLY,
                "Daftar panjang untuk uji coba.",
                people.official(Role.REGENCY_OFFICE_HEAD));
        YearMonth month = YearMonth.from(time.today(ZoneOffset.UTC)).plusMonths(1);
        PeriodView period = periods.plan(SamplePeople.REGENCY, month);
        time.moveTo(period.opensAt().plus(Duration.ofDays(1)));
        jobs.runDue();
        return period;
    }

    private Map<AreaCode, List<CaseRef>> submit(int cases) {
        SyntheticFamilies families = SyntheticFamilies.ofTheLargeSample(cases);
        Map<AreaCode, List<CaseRef>> lists = new LinkedHashMap<>();
        areas.children(SamplePeople.REGENCY).stream()
                .flatMap(district -> areas.children(district.code()).stream())
                .map(Area::code)
                .limit(cases / AT_ONCE)
                .forEach(place -> lists.put(place, submit(families, place)));
        return lists;
    }

    private List<CaseRef> submit(SyntheticFamilies families, AreaCode place) {
        List<CaseRef> refs = new ArrayList<>();
        // A made-up family may be refused; another one takes its place.
        while (refs.size() < AT_ONCE) {
            List<FamilyContent> list = Stream.generate(() -> families.in(place, time.now()))
                    .limit(AT_ONCE - refs.size())
                    .toList();
            refs.addAll(proposals.submitAll(list, place, people.operator(place)).accepted());
        }
        return refs;
    }

    private void skipToTheVillage() {
        move("match-identity", "list-awaited");
        // The gateway behind asks for what the skipped steps would have decided.
        some(
                submitted(),
                ids -> transaction.executeWithoutResult(
                        status -> ids.forEach(id -> runtime.setVariable(id, "fieldCheckNeeded", true))));
    }

    private void move(String from, String to) {
        List<ProcessInstance> submitted = submitted();
        String definition = submitted.get(0).getProcessDefinitionId();
        some(submitted, ids -> runtime.createModification(definition)
                .processInstanceIds(ids)
                .cancelAllForActivity(from)
                .startBeforeActivity(to)
                .execute());
    }

    // The engine looks for each case through all that are in the same command.
    private static void some(List<ProcessInstance> all, Consumer<List<String>> deed) {
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            deed.accept(ids(all.subList(i, Math.min(i + AT_ONCE, all.size()))));
        }
    }

    private List<ProcessInstance> submitted() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("proposal-trunk")
                .list();
    }

    private static List<String> ids(List<ProcessInstance> instances) {
        return instances.stream().map(ProcessInstance::getId).toList();
    }

    private void agree(AreaCode place) {
        LocalDate today = time.today(areas.zoneOf(place));
        String meeting = "MUS-" + place.value();
        db.update(
                """
                insert into proposal.village_meeting (meeting_ref, area_code, state, opened_at, held_on, signed_by, version)
                values (?, ?, 'SIGNED', now(), ?, 0, 0)""",
                meeting,
                place.value(),
                today);
        db.update(
                """
                update proposal.proposal
                set status = 'AGREED_BY_MEETING', evidence_on = ?, meeting_ref = ?, visited = true
                where area_code = ?""",
                today,
                meeting,
                place.value());
        db.update(
                """
                insert into evidence.attachment
                  (owner, area_code, kind, media_type, file_name, bytes, sha256, uploaded_at)
                select case_ref, area_code, photo, 'image/jpeg', gen_random_uuid()::text, 1, '', now()
                from proposal.proposal, unnest(array['HOUSE_FRONT', 'FAMILY_CARD']) photo where area_code = ?""",
                place.value());
    }

    private void approve(List<CaseRef> refs) {
        transaction.executeWithoutResult(status -> {
            refs.forEach(ref -> batches.approved(ref, people.official(Role.REGENCY_VERIFIER)));
            db.update(
                    "update proposal.proposal set status = 'APPROVED_BY_REGENCY' where case_ref = any (?::text[])",
                    (Object) refs.stream().map(CaseRef::value).toArray(String[]::new));
        });
    }
}
