package id.siks.register;

import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.platform.Page;
import java.util.List;
import java.util.Optional;

/** Families as held true now. Every change has a case that causes it. */
public interface Families {

    /**
     * Takes determined families over: family and members become active and get their register ids. Idempotent per case,
     * so a chunk may run twice. A case whose person or family card is active elsewhere is set aside and the rest go on.
     *
     * @param chunk at most some hundred, in one transaction of the caller's or its own
     */
    ActivationReport activate(List<Activation> chunk);

    /** The family with this key, whoever asks: for rooms, not for pages. */
    Optional<FamilyView> find(long id);

    /** The family with this key if it lies in the actor's territory. */
    Optional<FamilyView> find(long id, Actor actor);

    /** Families of the actor's territory, at most {@code limit} (1 to 100). */
    Page<FamilyHit> search(FamilySearch search, Actor actor, int limit);

    /** Active families that share a number with {@code content}, or a similar name and birth date in the regency. */
    List<Duplicate> duplicatesOf(FamilyContent content);

    /** The family this case activated or changed last. */
    Optional<FamilyRef> familyOf(CaseRef caseRef);
}
