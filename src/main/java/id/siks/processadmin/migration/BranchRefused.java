package id.siks.processadmin.migration;

/** A branch could not be begun for a case: the work at its beginning failed, which is the cause. */
final class BranchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BranchRefused(RuntimeException cause) {
        super(cause);
    }

    /** Why the case stays. */
    Objection objection() {
        return new Objection(null, MoveFault.BRANCH_REFUSED);
    }
}
