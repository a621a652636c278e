package id.siks.proposal.model;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who wrote a proposal, changed it last and handed it in, by account. */
@Embeddable
class Authors {

    private long draftedBy;
    private Instant draftedAt;

    /** Everybody who ever handed it in. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Long[] handedInBy;

    private Instant submittedAt;
    private Long changedBy;

    protected Authors() {}

    Authors(long by, Instant at) {
        draftedBy = by;
        draftedAt = at;
        handedInBy = new Long[0];
        changedBy = by;
    }

    void change(Long by) {
        changedBy = by;
    }

    /** Hands it in again, after it came back. */
    void handIn(long by) {
        changedBy = by;
        handedInBy = LongStream.concat(Arrays.stream(handedInBy).mapToLong(Long::longValue), LongStream.of(by))
                .distinct()
                .boxed()
                .toArray(Long[]::new);
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

    /** Null when nobody but the application changed it. */
    Long changedBy() {
        return changedBy;
    }
}
