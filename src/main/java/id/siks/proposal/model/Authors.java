package id.siks.proposal.model;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who wrote a proposal, changed it and handed it in, by account. */
@Embeddable
class Authors {

    private long draftedBy;
    private Instant draftedAt;

    /** Everybody who ever handed it in. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Long[] handedInBy;

    private Instant submittedAt;
    private Long changedBy;

    /** Everybody who ever drafted, changed or handed it in. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Long[] writtenBy;

    protected Authors() {}

    Authors(long by, Instant at) {
        draftedBy = by;
        draftedAt = at;
        handedInBy = new Long[0];
        changedBy = by;
        writtenBy = new Long[] {by};
    }

    /** {@code by} is null when the application changes it. */
    void change(Long by) {
        changedBy = by;
        writtenBy = by == null ? writtenBy : with(writtenBy, by);
    }

    /** Hands it in again, after it came back. */
    void handIn(long by) {
        change(by);
        handedInBy = with(handedInBy, by);
    }

    private static Long[] with(Long[] accounts, Long one) {
        return Stream.concat(Arrays.stream(accounts), Stream.of(one)).distinct().toArray(Long[]::new);
    }

    /** Hands in the draft. */
    void submit(long by, Instant at) {
        handIn(by);
        submittedAt = at;
    }

    /** Accounts that drafted it or ever handed it in. */
    Set<Long> proposers() {
        return Stream.concat(Stream.of(draftedBy), Arrays.stream(handedInBy)).collect(Collectors.toUnmodifiableSet());
    }

    /** Who handed it in first; null while it is a draft. */
    Long submitter() {
        return handedInBy.length == 0 ? null : handedInBy[0];
    }

    long draftedBy() {
        return draftedBy;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    /** Null while it is a draft. */
    Instant submittedAt() {
        return submittedAt;
    }

    /** False while it is a draft. */
    boolean isHandedIn() {
        return submittedAt != null;
    }

    /** Null when nobody but the application changed it. */
    Long changedBy() {
        return changedBy;
    }
}
