package id.siks.register;

import id.siks.casework.CaseRef;
import java.time.Instant;
import java.util.List;

/**
 * A family as the register holds it now. Numbers are complete: a page masks them.
 *
 * @param content card, place, members in the order of the family card, latest housing survey
 * @param people register facts of the members, in the same order
 * @param changes every change with its cause, newest first
 * @param since when it became active
 */
public record FamilyView(
        FamilyRef ref,
        FamilyStatus status,
        FamilyContent content,
        List<PersonFacts> people,
        List<Change> changes,
        Instant since) {

    /** What the register adds to a member. */
    public record PersonFacts(long personId, String registerId, LifeStatus lifeStatus) {}

    /**
     * One change and the case that caused it.
     *
     * @param kind what changed, label {@code register.change.<kind>}
     * @param by account id, or null for the system
     */
    public record Change(CaseRef caseRef, String kind, Long by, Instant at) {}

    /** The head of the family, or the first member when none is marked. */
    public MemberContent head() {
        return content.members().stream()
                .filter(m -> Integer.valueOf(1).equals(m.relationToHead()))
                .findFirst()
                .orElseGet(() -> content.members().get(0));
    }
}
