package id.siks.finalization.web;

import id.siks.casework.CaseRef;
import id.siks.casework.Timeline;
import id.siks.finalization.Batches;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.model.BatchSteps;
import id.siks.finalization.model.ItemVersions;
import id.siks.identity.AccessLog;
import id.siks.identity.Actor;
import id.siks.identity.DoorRoles;
import id.siks.identity.Exports;
import id.siks.platform.OnceOnly;
import org.springframework.stereotype.Component;

/** Pages of single lines of a list, drawn so slowly that something happens meanwhile. */
@Component
public class SlowPages {

    private final Periods periods;
    private final DoorRoles doors;
    private final PeriodPage page;
    private final Batches batches;
    private final BatchSteps steps;
    private final ItemVersions versions;
    private final NameList names;
    private final Timeline timeline;
    private final Exports exports;
    private final AccessLog accessLog;
    private final OnceOnly onceOnly;

    SlowPages(
            Periods periods,
            DoorRoles doors,
            PeriodPage page,
            Batches batches,
            BatchSteps steps,
            ItemVersions versions,
            NameList names,
            Timeline timeline,
            Exports exports,
            AccessLog accessLog,
            OnceOnly onceOnly) {
        this.periods = periods;
        this.doors = doors;
        this.page = page;
        this.batches = batches;
        this.steps = steps;
        this.versions = versions;
        this.names = names;
        this.timeline = timeline;
        this.exports = exports;
        this.accessLog = accessLog;
        this.onceOnly = onceOnly;
    }

    /** The version a page carries that shows the period from before {@code meanwhile}. */
    public String version(CaseRef period, CaseRef member, Actor actor, Runnable meanwhile) {
        PeriodDesk slow = new PeriodDesk(periods, doors) {
            @Override
            PeriodView read(String text, Actor reader) {
                PeriodView read = super.read(text, reader);
                meanwhile.run();
                return read;
            }
        };
        BatchPages pages =
                new BatchPages(slow, page, batches, steps, versions, names, timeline, exports, accessLog, onceOnly);
        return ((BatchPages.ReturnForm) pages.item(period.value(), member.value(), null, actor)
                        .getModel()
                        .get("form"))
                .version();
    }
}
