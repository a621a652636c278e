package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CasesOpened;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.platform.NotFound;
import id.siks.proposal.BulkIntake;
import id.siks.proposal.BulkIntake.DoubtfulFamily;
import id.siks.proposal.BulkIntake.RefusedFamily;
import id.siks.proposal.LookAlike;
import id.siks.proposal.model.OpenSubjects.Held;
import id.siks.register.FamilyContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Handing in a whole list with few statements: the same rules, the refused set aside, the rest taken. */
@Component
public class BulkIntakes {

    private static final int MOST = 100;

    private final ProposalRepository proposals;
    private final Drafting drafting;
    private final Completeness completeness;
    private final LookAlikes lookAlikes;
    private final OpenSubjects open;
    private final Areas areas;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    BulkIntakes(
            ProposalRepository proposals,
            Drafting drafting,
            Completeness completeness,
            LookAlikes lookAlikes,
            OpenSubjects open,
            Areas areas,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.proposals = proposals;
        this.drafting = drafting;
        this.completeness = completeness;
        this.lookAlikes = lookAlikes;
        this.open = open;
        this.areas = areas;
        this.events = events;
        this.time = time;
    }

    /** Opens a case for each family that may be taken. */
    public BulkIntake take(List<FamilyContent> families, AreaCode village, Actor actor) {
        Submission.requireChunk(families.size(), MOST);
        areas.get(village);
        if (village.level() != AreaLevel.VILLAGE || !VillageWork.allowed(actor, village)) {
            throw new NotFound("village " + village + " for account " + actor.id());
        }
        List<RefusedFamily> refused = new ArrayList<>();
        List<FamilyContent> contents =
                families.stream().map(family -> at(village, family)).toList();
        List<List<LookAlike>> registered = lookAlikes.sharingNumbers(contents, actor);
        Map<CaseRef, Candidate> candidates = new LinkedHashMap<>();
        for (int i = 0; i < contents.size(); i++) {
            List<FieldError> faults = faults(contents.get(i), registered.get(i));
            if (faults.isEmpty()) {
                candidates.put(drafting.number(village), new Candidate(i, contents.get(i)));
            } else {
                refused.add(new RefusedFamily(i, faults));
            }
        }
        refused.addAll(setAside(candidates, actor));
        open(candidates, actor);
        return new BulkIntake(List.copyOf(candidates.keySet()), refused, doubtful(candidates, actor));
    }

    /** The names are looked for when all numbers are taken, so that two of one list are found, too. */
    private List<DoubtfulFamily> doubtful(Map<CaseRef, Candidate> candidates, Actor actor) {
        List<List<LookAlike>> similar = lookAlikes.similar(contents(candidates), actor);
        List<DoubtfulFamily> doubtful = new ArrayList<>();
        int at = 0;
        for (CaseRef ref : candidates.keySet()) {
            List<LookAlike> found = similar.get(at++);
            if (!found.isEmpty()) {
                doubtful.add(new DoubtfulFamily(ref, found));
            }
        }
        return doubtful;
    }

    private static Map<CaseRef, FamilyContent> contents(Map<CaseRef, Candidate> candidates) {
        Map<CaseRef, FamilyContent> contents = new LinkedHashMap<>();
        candidates.forEach((ref, c) -> contents.put(ref, c.content));
        return contents;
    }

    private List<FieldError> faults(FamilyContent content, List<LookAlike> registered) {
        List<FieldError> faults = completeness.ofContent(content);
        return faults.isEmpty() ? registered.stream().map(LookAlikes::refusal).toList() : faults;
    }

    /** Takes the numbers; families of which another case holds one leave {@code candidates} and give theirs back. */
    private List<RefusedFamily> setAside(Map<CaseRef, Candidate> candidates, Actor actor) {
        Map<CaseRef, List<Held>> held = open.takeAll(contents(candidates)).stream()
                .collect(Collectors.groupingBy(Held::wantedBy, Collectors.toList()));
        List<RefusedFamily> refused = new ArrayList<>();
        held.forEach((ref, numbers) -> {
            Candidate loser = candidates.remove(ref);
            refused.add(new RefusedFamily(loser.index, lookAlikes.refusals(numbers, loser.content, actor)));
        });
        if (!held.isEmpty()) {
            open.release(held.keySet());
        }
        return refused;
    }

    private void open(Map<CaseRef, Candidate> candidates, Actor actor) {
        Instant now = time.now();
        List<Proposal> taken = candidates.entrySet().stream()
                .map(e -> Proposal.draft(e.getKey(), e.getValue().content, actor.accountId(), now))
                .toList();
        taken.forEach(p -> p.submit(actor.accountId(), now));
        proposals.saveAll(taken);
        proposals.flush();
        events.publishEvent(new CasesOpened(
                taken.stream().map(p -> Submission.opened(p, actor, now)).toList()));
    }

    private static FamilyContent at(AreaCode village, FamilyContent c) {
        return new FamilyContent(
                Tidy.text(c.familyCardNumber()),
                village,
                Tidy.text(c.address()),
                Tidy.text(c.hamlet()),
                Tidy.unit(c.rt()),
                Tidy.unit(c.rw()),
                Tidy.text(c.postalCode()),
                Tidy.text(c.phone()),
                c.place(),
                Tidy.members(c.members()),
                c.housing());
    }

    private record Candidate(int index, FamilyContent content) {}
}
