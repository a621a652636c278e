package id.siks.finalization;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.evidence.Attachments;
import id.siks.finalization.model.ItemVersions;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One regency with its people, walked through a period by a test. */
@Component
class Rehearsal {

    private final Periods periods;
    private final VillageLists villageLists;
    private final Batches batches;
    private final SealedLists sealedLists;
    private final ItemVersions versions;
    private final RehearsedMembers members;
    private final TestActors people;
    private final Areas areas;
    private final BusinessTime time;
    private final EngineJobs jobs;
    private final Attachments attachments;

    Rehearsal(
            Periods periods,
            VillageLists villageLists,
            Batches batches,
            SealedLists sealedLists,
            ItemVersions versions,
            RehearsedMembers members,
            TestActors people,
            Areas areas,
            BusinessTime time,
            EngineJobs jobs,
            Attachments attachments) {
        this.periods = periods;
        this.villageLists = villageLists;
        this.batches = batches;
        this.sealedLists = sealedLists;
        this.versions = versions;
        this.members = members;
        this.people = people;
        this.areas = areas;
        this.time = time;
        this.jobs = jobs;
        this.attachments = attachments;
    }

    /** A period of {@code regency} that closes in November 2026, not open yet. */
    Walk planned(String regency) {
        time.moveTo(LocalDate.of(2026, 11, 1)
                .atStartOfDay(ZoneId.of("Asia/Jakarta"))
                .toInstant());
        return new Walk(new AreaCode(regency), YearMonth.of(2026, 11));
    }

    /** A period of {@code regency}, open since a day. */
    Walk opened(String regency) {
        Walk walk = planned(regency);
        walk.at(Milestone.OPENING);
        return walk;
    }

    /** The period of one regency and everybody it needs. */
    final class Walk {

        final AreaCode regency;
        final CaseRef ref;
        final List<AreaCode> villages;
        final Actor verifier;
        final Actor officeHead;
        final Actor regent;
        final Actor province;
        final Actor ministry;
        final Actor decider;
        private final Map<AreaCode, Actor> operators = new HashMap<>();

        private Walk(AreaCode regency, YearMonth month) {
            this.regency = regency;
            ref = periods.plan(regency, month).ref();
            villages = areas.children(regency).stream()
                    .flatMap(district -> areas.children(district.code()).stream())
                    .map(Area::code)
                    .toList();
            verifier = people.verifier(regency);
            officeHead = people.officeHead(regency);
            regent = people.regent(regency);
            province = people.provinceOfficer(regency.at(AreaLevel.PROVINCE));
            ministry = people.ministryOfficer();
            decider = people.decider();
        }

        PeriodView view() {
            return periods.find(ref).orElseThrow();
        }

        PeriodView next() {
            return periods.plan(
                    regency, view().month().plusMonths(view().cadence().months()));
        }

        Actor operator(AreaCode village) {
            return operators.computeIfAbsent(village, people::operator);
        }

        /** Time goes on until a second after the milestone, and its timer fires. */
        void at(Milestone milestone) {
            time.moveTo(view().at(milestone).plusSeconds(1));
            jobs.runDue();
        }

        /** A village finalises with so many cases. */
        List<CaseRef> finalizes(AreaCode village, int cases) {
            List<CaseRef> ready = members.ready(village, cases);
            villageLists.finalizeVillage(ref, village, operator(village));
            return ready;
        }

        /** The first village finalises, all its cases are approved, the lists close. */
        List<CaseRef> sealed(int cases) {
            List<CaseRef> list = finalizes(villages.get(0), cases);
            list.forEach(member -> batches.approved(member, verifier));
            at(Milestone.VILLAGE_CUTOFF);
            at(Milestone.REGENCY_CUTOFF);
            return list;
        }

        void ratified() {
            batches.approve(ref, officeHead);
            letter();
            batches.ratify(ref, letterOf(batches.find(ref).orElseThrow().sha256()), regent);
        }

        void letter() {
            Letters.scan(attachments, ref, regency, regent);
        }

        RatificationLetter letterOf(String sha256) {
            return new RatificationLetter("460/123/2026", time.today(view().zone()), sha256);
        }

        /** Somebody who has just seen the case takes it out of the list. */
        void returns(CaseRef member, Actor by) {
            sealedLists.returnItem(ref, member, versions.of(member), Reasons.one(), by);
        }

        /** The same to end it. */
        void rejects(CaseRef member, Actor by) {
            sealedLists.rejectItem(ref, member, versions.of(member), Reasons.one(), by);
        }

        void checked() {
            ratifiedUpTo(PeriodFinalization.DETERMINE_BATCH);
        }

        /** The sealed list is ratified and passed on until it waits at {@code task}. */
        void ratifiedUpTo(String task) {
            ratified();
            if (!task.equals(PeriodFinalization.FORWARD_BATCH)) {
                batches.forward(ref, province);
                jobs.runDue();
            }
            if (task.equals(PeriodFinalization.DETERMINE_BATCH)) {
                batches.checked(ref, ministry);
            }
        }

        Decree decree() {
            return new Decree("123/HUK/2026", YearMonth.of(2026, 12));
        }
    }
}
