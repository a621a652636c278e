package id.siks.finalization;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.finalization.model.BatchItems.Travelling;
import id.siks.finalization.model.BatchSteps;
import id.siks.finalization.model.Departures;
import id.siks.finalization.model.ItemVersions;
import id.siks.finalization.model.PeriodBook;
import id.siks.finalization.process.EmptiedLists;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sealed lists of the periods, from which single cases are taken out by whoever's turn it is. */
@Service
@Transactional
public class SealedLists {

    private final PeriodBook book;
    private final BatchSteps steps;
    private final ItemVersions versions;
    private final Departures departures;
    private final EmptiedLists emptied;
    private final ObjectProvider<BatchMember> members;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    SealedLists(
            PeriodBook book,
            BatchSteps steps,
            ItemVersions versions,
            Departures departures,
            EmptiedLists emptied,
            ObjectProvider<BatchMember> members,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.book = book;
        this.steps = steps;
        this.versions = versions;
        this.departures = departures;
        this.emptied = emptied;
        this.members = members;
        this.time = time;
        this.events = events;
    }

    /**
     * The office head, the regent, the province or the ministry, whoever's turn it is, takes one case out of the batch. With
     * the last one taken out after the office head's word the period ends. {@link Conflict} when somebody was faster, the
     * turn is another level's or more has happened than was {@code seen}; whoever is of no such level finds nothing.
     *
     * @param seen version of the case, by {@link ItemVersions}
     */
    public void returnItem(CaseRef period, CaseRef member, int seen, Reason reason, Actor by) {
        Travelling item = sealed(period, member, by);
        PeriodView view = book.lock(period);
        BatchMember.Level level = steps.requireMayReturn(view, member, by);
        versions.require(view, member, seen);
        Instant now = time.now();
        departures.takeOut(item, member, Departure.RETURNED, by.accountId());
        members.getObject().returned(member, level, reason, by);
        events.publishEvent(new ItemReturned(period, member, item.village(), level, reason, by.accountId(), now));
        emptied.end(period);
    }

    /**
     * The ministry takes one case out of the batch and ends it (glossary 6.1); with the last one the period ends. Refuses as
     * {@link #returnItem} does.
     */
    public void rejectItem(CaseRef period, CaseRef member, int seen, Reason reason, Actor by) {
        Travelling item = sealed(period, member, by);
        PeriodView view = book.lock(period);
        steps.requireMayReject(view, member, by);
        versions.require(view, member, seen);
        departures.takeOut(item, member, Departure.REJECTED, by.accountId());
        members.getObject().rejected(member, reason, by);
        emptied.end(period);
    }

    private Travelling sealed(CaseRef period, CaseRef member, Actor by) {
        return departures
                .hold(member)
                .filter(i -> i.period().equals(period) && i.sealed())
                .orElseThrow(() -> steps.notListed(book.get(period), member, by));
    }
}
