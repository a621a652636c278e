package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.worklist.model.BoardSums;
import org.springframework.stereotype.Component;

/** The board for tests outside the room. */
@Component
public class BoardFixture {

    private final OverdueBoard boards;
    private final BoardSums sums;

    BoardFixture(OverdueBoard boards, BoardSums sums) {
        this.boards = boards;
        this.sums = sums;
    }

    /** Puts the whole board of an area together (empty for the nation); answers how many items are late. */
    public int late(String prefix) {
        return boards.of(prefix.isEmpty() ? null : new AreaCode(prefix)).total().late();
    }

    /** Adds up what is not added up yet. */
    public void fold() {
        sums.fold();
    }
}
