package id.siks.processadmin.release;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.replay.Timers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a proposal changes, and what of a newer version it takes back because it was drawn from an older one. */
@Component
class Comparisons {

    private final ReleaseRows rows;
    private final ReleaseCheck check;
    private final Drafts drafts;
    private final DraftReleases history;

    Comparisons(ReleaseRows rows, ReleaseCheck check, Drafts drafts, DraftReleases history) {
        this.rows = rows;
        this.check = check;
        this.drafts = drafts;
        this.history = history;
    }

    /** The release beside what it is compared with: the last release when it was proposed. Each file is read once. */
    Compared of(Release release) {
        Release base = base(release);
        Reading was = read(base);
        Reading is = read(release);
        Map<String, String> names = check.names(base, release);
        Optional<TakenBack> takenBack = drawnFromAnother(release, base).map(draft -> {
            Release begun = history.begunFrom(draft).orElse(null);
            return new TakenBack(
                    begun == null ? null : begun.version(),
                    base.version(),
                    Differences.takenBack(read(begun), was, is, names));
        });
        return new Compared(release, base, was, is, Differences.between(was, is, names), takenBack.orElse(null));
    }

    /** As {@link Compared#timers} of it, where nothing else is compared. */
    List<String> timers(Release release) {
        Release base = base(release);
        return base == null || release.kind() != ModelKind.BPMN
                ? null
                : Timers.changed(new DrawnProcess(base.content()), new DrawnProcess(release.content()));
    }

    private Release base(Release release) {
        return release.baseId() == null ? null : rows.find(release.baseId()).orElseThrow();
    }

    /** Its draft; empty for what was not drawn, or was drawn from the version it is compared with. */
    private Optional<Draft> drawnFromAnother(Release release, Release base) {
        return release.draftId() == null || base == null || !base.holds()
                ? Optional.empty()
                : Optional.of(drafts.find(release.draftId()))
                        .filter(draft -> !base.sha256().equals(draft.base()));
    }

    private static Reading read(Release release) {
        return release == null ? Reading.NONE : Reading.of(release.kind(), release.content());
    }

    /**
     * A release beside what it is compared with.
     *
     * @param base null for something new
     * @param was the base, read
     * @param is the release, read
     * @param differences everything that is not as in the base
     * @param takenBack what it takes back; null for what was not drawn, or was drawn from the version it is compared with
     */
    record Compared(
            Release release, Release base, Reading was, Reading is, List<Difference> differences, TakenBack takenBack) {

        /** Events whose timers are not as they were, which a replay does not tell; null where none is a diagram's. */
        List<String> timers() {
            return base == null || release.kind() != ModelKind.BPMN ? null : Timers.changed(was.drawn(), is.drawn());
        }
    }

    /**
     * What a proposal takes back.
     *
     * @param begunFrom the version it was drawn from; null when there was none
     * @param version the version whose changes it does not know
     * @param differences those of them it does not have
     */
    record TakenBack(Integer begunFrom, int version, List<Difference> differences) {}
}
