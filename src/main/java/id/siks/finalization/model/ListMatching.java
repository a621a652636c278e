package id.siks.finalization.model;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.platform.BusinessTime;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Compares the persons of a sealed list with the civil registry before the ministry checks it, and again when it asks for
 * that (glossary 2, articles 6 to 8). A few cases at a time: the registry may be slow, and what it has answered stays
 * answered when a later one fails.
 */
@Component
public class ListMatching {

    private static final int CHUNK = 50;

    private final BatchItems items;
    private final BatchRows rows;
    private final ObjectProvider<BatchMember> members;
    private final BusinessTime time;

    ListMatching(BatchItems items, BatchRows rows, ObjectProvider<BatchMember> members, BusinessTime time) {
        this.items = items;
        this.rows = rows;
        this.members = members;
        this.time = time;
    }

    /**
     * Goes on with the next cases of the list.
     *
     * @return true when the end of the list is reached
     */
    public boolean goOn(CaseRef period) {
        List<BatchItems.Item> chunk = items.sealedAfter(period, rows.matchedUpTo(period), CHUNK);
        if (!chunk.isEmpty()) {
            members.getObject().match(chunk.stream().map(BatchItems.Item::ref).toList());
        }
        boolean done = chunk.size() < CHUNK;
        if (done) {
            rows.matched(period, time.now());
        } else {
            rows.matchedUpTo(period, chunk.get(CHUNK - 1).mark());
        }
        return done;
    }
}
