package id.siks.evidence;

import id.siks.casework.CaseRef;
import id.siks.casework.CasesEndedUnsuccessfully;
import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Photos and papers of cases that ended long ago without leading into the register. Those of a determined case prove an entry that
 * stands; those of visits and meetings go with what they belong to.
 */
@Component
class OldFiles implements Perishable {

    private final AttachmentRows rows;
    private final Attachments attachments;

    OldFiles(AttachmentRows rows, Attachments attachments) {
        this.rows = rows;
        this.attachments = attachments;
    }

    @EventListener
    void on(CasesEndedUnsuccessfully ended) {
        rows.noteUnsuccessful(ended.refs().stream().map(CaseRef::value).toList(), ended.at());
    }

    @Override
    public String kind() {
        return "evidence.attachment";
    }

    /** Counts cases that lost files, not files. */
    @Override
    public int erase(Instant before, Set<String> held, int most) {
        List<String> old = rows.unsuccessful(before, held, most);
        return attachments.erase(old);
    }
}
