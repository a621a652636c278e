package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a case that travels in a period's batch can do. Finalization knows its members only through this contract; each
 * call runs in the caller's transaction.
 */
public interface BatchMember {

    /** Cases of {@code village} that wait for its list, read at one moment. */
    VillageList listOf(AreaCode village);

    /**
     * Cases of {@code regency} that stand before their village's list ({@link CaseStatus#BEFORE_THE_LIST}), by village: those
     * that are ready and those that wait for the civil registry, the meeting, evidence or a correction.
     */
    Map<AreaCode, List<CaseRef>> notListed(AreaCode regency);

    /**
     * The village has closed its list with these cases in it; {@code by} is null when the system did it. A conflict when
     * one of them has gone elsewhere since it was ready.
     */
    void villageFinalized(List<CaseRef> members, String period, Actor by);

    /**
     * A village's list is closed without these. Whoever of them still waits for it with somebody the civil registry knows
     * otherwise, as one who has died, goes back to be corrected (glossary 9.2); the others are left alone.
     */
    void keptOff(List<CaseRef> members);

    /**
     * The batch came back with this one taken out: from a level below the ministry it returns to the village, from the
     * ministry to the regency (glossary 2, articles 6 to 8; 6.1). {@code by} is null when the decree could not reach it.
     */
    void returned(CaseRef member, Level from, Reason reason, Actor by);

    /** The ministry has taken this one out and rejected it: the case ends (glossary 6.1). */
    void rejected(CaseRef member, Reason reason, Actor by);

    /** The cut-off came before these were on the list or decided: they go on in {@code toPeriod}. */
    void rolledOver(List<CaseRef> members, String toPeriod);

    /**
     * The minister has determined these: the register changes and the cases end. Safe to call twice.
     *
     * @param members at most a few hundred, one chunk
     * @param decree number of the decree
     * @return those the register does not take and that went back to their villages
     */
    List<CaseRef> determined(List<CaseRef> members, String decree);

    /**
     * Accounts that proposed, changed, visited or decided any of these, however long ago: they approve no list with it and do
     * not take it out of one (requirement 13).
     */
    Set<Long> workersOn(List<CaseRef> members);

    /** What the list of names shows of each, in the order of {@code members}. */
    List<ListLine> lines(List<CaseRef> members);

    /**
     * Asks the civil registry about whoever of these it has not known as entered within the last 30 days (glossary 13).
     * What it answers is kept and told by {@link #faults}. Fails when the registry does not answer; asking again later
     * helps.
     *
     * @param members at most a hundred, one chunk
     */
    default void match(List<CaseRef> members) {}

    /**
     * Those of {@code members} with somebody the civil registry knows otherwise by now, as one who has died. Where they may
     * join all the same, because their diagram has no way back from the list, nobody approves them before that is corrected.
     */
    default Set<CaseRef> unmatched(List<CaseRef> members) {
        return Set.of();
    }

    /** What stands against determining these (glossary 2, articles 6 to 8; 9.2), by case; one without fault is absent. */
    default Map<CaseRef, List<Fault>> faults(List<CaseRef> members) {
        return Map.of();
    }

    /** Who takes a member out of the batch. */
    enum Level {
        OFFICE_HEAD,
        REGENT,
        PROVINCE,
        MINISTRY
    }

    /**
     * Something that stands against determining a case. Its label is {@code finalization.fault.<key>}, what to do about it
     * {@code finalization.fault.<key>.next}.
     *
     * @param reason the code to return the case with, or null when it need not go back
     */
    record Fault(String key, ReasonCode reason) {}

    /**
     * What waits for a village's list.
     *
     * @param ready cases that may join a batch now: agreed, with valid evidence
     * @param returning cases that could join, were not somebody of the family known otherwise by the civil registry, as one
     *     who has died: they go back to be corrected when the list is closed (glossary 9.2)
     * @param blocked cases that cannot join yet, each with what is missing
     */
    record VillageList(List<CaseRef> ready, List<CaseRef> returning, List<Blocked> blocked) {}

    /** A case that cannot join, and why. */
    record Blocked(CaseRef ref, String subject, CaseStatus status) {}

    /**
     * One line of the list of names (BNBA).
     *
     * @param nik the head's, masked
     * @param familyCardNumber masked
     * @param address street, neighbourhood units and hamlet in one line
     * @param members persons in the family
     * @param signs poverty signs found, 0 to 8
     * @param outlier key of what is unusual about it, or null
     */
    record ListLine(
            CaseRef ref,
            AreaCode village,
            String head,
            String nik,
            String familyCardNumber,
            String address,
            int members,
            int signs,
            String outlier) {}
}
