package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.ReasonCode;
import id.siks.casework.TestForms;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.evidence.SampleFiles;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.VillageLists;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.platform.forms.FormField;
import id.siks.register.FamilyContent;
import id.siks.register.TestFamilies;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Proposals of one village and the people around it, moved on station by station as the real people would. */
@Component
public class ProposalTestData {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Proposals proposals;
    private final Attachments attachments;
    private final Periods periods;
    private final VillageLists villageLists;
    private final TestActors people;
    private final Actors actors;
    private final FieldCheckTestData visits;
    private final TestForms forms;
    private final TaskService tasks;
    private final EngineJobs jobs;
    private final BusinessTime time;
    private final TransactionTemplate transaction;
    private Actor watcher;

    ProposalTestData(
            Proposals proposals,
            Attachments attachments,
            Periods periods,
            VillageLists villageLists,
            TestActors people,
            Actors actors,
            FieldCheckTestData visits,
            TestForms forms,
            TaskService tasks,
            EngineJobs jobs,
            BusinessTime time,
            TransactionTemplate transaction) {
        this.proposals = proposals;
        this.attachments = attachments;
        this.periods = periods;
        this.villageLists = villageLists;
        this.people = people;
        this.actors = actors;
        this.visits = visits;
        this.forms = forms;
        this.tasks = tasks;
        this.jobs = jobs;
        this.time = time;
        this.transaction = transaction;
    }

    /** A village with one person for each role around it. */
    public Place in(String village) {
        AreaCode code = AreaCode.of(village);
        return new Place(code, people.operator(code), theOnlyWorkerOf(code.at(AreaLevel.DISTRICT)));
    }

    /** The same with somebody known as its operator and somebody known who visits. */
    public Place in(String village, Actor operator, Actor worker) {
        return new Place(AreaCode.of(village), operator, worker);
    }

    /** With one worker in a district nobody has to choose. */
    private Actor theOnlyWorkerOf(AreaCode district) {
        return actors.holding(Role.DISTRICT_SOCIAL_WORKER, district).stream()
                .findFirst()
                .orElseGet(() -> people.socialWorker(district));
    }

    /** A small photo. */
    public static byte[] jpeg() {
        return SampleFiles.jpeg(320, 240);
    }

    /** The answers of a meeting that agreed to these families. */
    public static Map<String, String> agreedTo(CaseRef... families) {
        return Stream.of(families)
                .collect(Collectors.toMap(ref -> FormField.repeatedKey("verdict", ref.value()), ref -> "AGREED"));
    }

    /** The same for made-up families, some of whom the advice speaks against. */
    public static Map<String, String> agreedDespite(String why, CaseRef... families) {
        Map<String, String> answers = new HashMap<>(agreedTo(families));
        Stream.of(families).forEach(ref -> answers.put(FormField.repeatedKey("despite", ref.value()), why));
        return answers;
    }

    /** The answers of a meeting that declined this family. */
    public static Map<String, String> declined(CaseRef family, ReasonCode code, String sentence) {
        return Map.of(
                FormField.repeatedKey("verdict", family.value()),
                "DECLINED",
                FormField.repeatedKey("reasonCode", family.value()),
                code.name(),
                FormField.repeatedKey("reasonText", family.value()),
                sentence);
    }

    /** One village and its people. */
    public final class Place {

        public final AreaCode village;
        public final Actor operator;
        public final Actor head;
        public final Actor worker;
        public final Actor verifier;

        private Place(AreaCode village, Actor operator, Actor worker) {
            this.village = village;
            this.operator = operator;
            head = people.villageHead(village);
            this.worker = worker;
            verifier = people.verifier(village.at(AreaLevel.REGENCY));
        }

        /** A complete family of this village that nobody else has. */
        public FamilyContent family() {
            return TestFamilies.in(village);
        }

        /** A draft with all answers and both photos. */
        public CaseRef drafted(FamilyContent family) {
            CaseRef ref = proposals.draft(operator, village);
            enter(ref, family, operator);
            photo(ref, AttachmentKind.HOUSE_FRONT);
            photo(ref, AttachmentKind.FAMILY_CARD);
            return ref;
        }

        /** Enters all answers of a family. */
        public void enter(CaseRef ref, FamilyContent f, Actor by) {
            CardPart card = CardPart.of(f, Channel.VILLAGE_MEETING, false);
            proposals.saveCard(ref, version(ref), card, by);
            proposals.saveMembers(ref, version(ref), f.members(), by);
            proposals.saveHousing(ref, version(ref), f.housing(), by);
            proposals.savePlace(ref, version(ref), f.place(), by);
        }

        public void photo(CaseRef ref, AttachmentKind kind) {
            attachments.add(new AttachmentUpload(ref.value(), village, kind, jpeg(), Capture.UNKNOWN), operator);
        }

        /** Handed in; the civil registry is not asked yet. */
        public CaseRef submitted(FamilyContent family) {
            CaseRef ref = drafted(family);
            proposals.submit(ref, version(ref), true, UUID.randomUUID(), operator);
            return ref;
        }

        /** Matched; the village can talk about it. */
        public CaseRef ready() {
            return handedIn(family());
        }

        /** Handed in, and the civil registry has answered. */
        public CaseRef handedIn(FamilyContent family) {
            CaseRef ref = submitted(family);
            jobs.settle(PATIENCE);
            return ref;
        }

        /** The meeting agreed and the head has signed. */
        public CaseRef agreed() {
            CaseRef ref = ready();
            meets(agreedTo(ref));
            return ref;
        }

        /** The open meeting records this and the head signs. */
        public void meets(Map<String, String> verdicts) {
            CaseRef meeting = recorded(verdicts);
            does(head, meeting, "sign-meeting", Map.of("signature", "sign"));
            jobs.settle(PATIENCE);
        }

        /** The open meeting, recorded with its minutes; its head has not signed yet. */
        public CaseRef recorded(Map<String, String> verdicts) {
            CaseRef meeting = proposals.openMeeting(village, operator);
            photo(meeting, AttachmentKind.MEETING_MINUTES);
            records(meeting, verdicts);
            return meeting;
        }

        /** The operator records minutes of today. */
        public void records(CaseRef meeting, Map<String, String> verdicts) {
            Map<String, String> answers = new HashMap<>(Map.of(
                    "route", "MINUTES", "heldOn", today().toString(), "place", "Balai pekon", "attendance", "42"));
            answers.putAll(verdicts);
            does(operator, meeting, "record-meeting", answers);
        }

        /** In the closed list of the village; a visit is asked for. */
        public CaseRef listed() {
            CaseRef ref = agreed();
            finalizes();
            return ref;
        }

        /** The village closes its list of the period. */
        public void finalizes() {
            villageLists.finalizeVillage(period().ref(), village, operator);
            jobs.settle(PATIENCE);
        }

        /** The visitor confirmed everything. */
        public CaseRef visited() {
            CaseRef ref = listed();
            visits.confirms(worker, ref);
            return ref;
        }

        /** So many that one meeting agreed to, in one list, each confirmed by the visitor. */
        public List<CaseRef> visited(int n) {
            List<CaseRef> refs = Stream.generate(this::ready).limit(n).toList();
            meets(agreedTo(refs.toArray(CaseRef[]::new)));
            finalizes();
            refs.forEach(ref -> visits.confirms(worker, ref));
            return refs;
        }

        /** The verifier said yes; it travels with its batch. */
        public CaseRef approved() {
            CaseRef ref = visited();
            does(verifier, ref, "decide-proposal", Map.of("decision", "approve"));
            return ref;
        }

        /** The open period of the regency; one is opened when none is. */
        public PeriodView period() {
            return periods.openFor(village).orElseGet(this::opened);
        }

        /** Has the next period opened without waiting for its day: for those who cannot move the time. */
        public void opensNow() {
            AreaCode regency = village.at(AreaLevel.REGENCY);
            YearMonth month = YearMonth.from(today());
            PeriodView planned = periods.plan(regency, month);
            if (planned.villageCutoffAt().isBefore(time.now().plus(Duration.ofDays(1)))) {
                planned = periods.plan(regency, month.plusMonths(1));
            }
            if (planned.opensAt().isAfter(time.now())) {
                periods.moveCutoff(
                        planned.ref(),
                        planned.version(),
                        Milestone.OPENING,
                        time.now(),
                        "Dibuka lebih awal untuk uji.",
                        people.officeHead(regency));
            }
            jobs.settle(PATIENCE);
        }

        private PeriodView opened() {
            AreaCode regency = village.at(AreaLevel.REGENCY);
            YearMonth month = YearMonth.from(today());
            PeriodView planned = periods.plan(regency, month);
            // Another test of the same regency may have closed periods that still lie ahead.
            while (planned.state() != PeriodState.PLANNED
                    || planned.villageCutoffAt().isBefore(time.now())) {
                month = month.plusMonths(1);
                planned = periods.plan(regency, month);
            }
            if (time.now().isBefore(planned.opensAt())) {
                time.moveTo(planned.opensAt().plusSeconds(60));
            }
            jobs.settle(PATIENCE);
            return periods.openFor(village).orElseThrow();
        }

        /** The verifier gives it back for a photo, and remarks on one field. */
        public void returns(CaseRef ref, String field, String remark) {
            does(
                    verifier,
                    ref,
                    "decide-proposal",
                    Map.of(
                            "decision", "return",
                            "reasonCode", "PHOTO_UNUSABLE",
                            "reasonText", "Foto depan rumah tidak jelas",
                            "remarkField1", field,
                            "remarkText1", remark));
        }

        public LocalDate today() {
            return time.today(ZONE);
        }
    }

    public int version(CaseRef ref) {
        return transaction.execute(s -> proposals.view(ref, watcher()).version());
    }

    /** The person does the one open task of the case called {@code key}, through its form. */
    public void does(Actor actor, CaseRef ref, String key, Map<String, String> answers) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(key)
                .singleResult();
        AreaCode area = new AreaCode((String) tasks.getVariable(task.getId(), "areaCode"));
        OpenTask open = new OpenTask(
                task.getId(),
                key,
                ref,
                Role.VILLAGE_OPERATOR,
                area,
                task.getDueDate().toInstant(),
                null);
        // Whoever signs, visits or decides declares so; forms that do not ask leave it out.
        Map<String, String> sent = new HashMap<>(Map.of("notOwnFamily", "true"));
        sent.putAll(answers);
        forms.send(open, sent, time.today(ZONE), actor);
    }

    private Actor watcher() {
        if (watcher == null) {
            watcher = people.ministryOfficer();
        }
        return watcher;
    }
}
