package id.siks.processadmin.release;

import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.Drafts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a proposal changes, and what of a newer version it takes back because it was drawn from an older one. */
@Component
class Comparisons {

    private final ReleaseRows rows;
    private final ReleaseCheck check;
    private final Drafts drafts;
    private final DraftBases bases;

    Comparisons(ReleaseRows rows, ReleaseCheck check, Drafts drafts, DraftBases bases) {
        this.rows = rows;
        this.check = check;
        this.drafts = drafts;
        this.bases = bases;
    }

    /** What it is compared with: the last release when it was proposed; null for something new. */
    Release base(Release release) {
        return release.baseId() == null ? null : rows.find(release.baseId()).orElseThrow();
    }

    /** Everything that is not as in its base. */
    List<Difference> of(Release release) {
        Release base = base(release);
        return Differences.between(release.kind(), content(base), release.content(), check.names(base, release));
    }

    /** What it takes back; empty for what was not drawn, or was drawn from the version it is compared with. */
    Optional<TakenBack> takenBack(Release release) {
        Release base = base(release);
        if (release.draftId() == null || base == null || !base.holds()) {
            return Optional.empty();
        }
        Draft draft = drafts.find(release.draftId());
        return base.sha256().equals(draft.base()) ? Optional.empty() : Optional.of(takenBack(release, base, draft));
    }

    private TakenBack takenBack(Release release, Release base, Draft draft) {
        Release begun = bases.begunFrom(draft).orElse(null);
        return new TakenBack(
                begun == null ? null : begun.version(),
                base.version(),
                Differences.takenBack(
                        release.kind(), content(begun), base.content(), release.content(), check.names(base, release)));
    }

    private static String content(Release release) {
        return release == null ? null : release.content();
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
