package id.siks.proposal;

import id.siks.register.FamilyContent;

/**
 * First step of a proposal: the family card, where the family lives, and how the proposal comes in.
 *
 * @param rt neighbourhood unit, up to three digits
 * @param rw community unit, up to three digits
 * @param phone E.164 with +62, optional
 * @param channel null means the village meeting; {@code MINISTRY_EMERGENCY} is refused at the field {@code channel} unless
 *     the actor is of the ministry, too
 * @param ownFamily true when whoever saves it declares it his own family, or the drafter did before (glossary 4, separation of
 *     duties)
 * @param official account of another official whose own family it is, or null; refused at the field {@code official} when he
 *     handles no proposals of the village
 */
public record CardPart(
        String familyCardNumber,
        String address,
        String hamlet,
        String rt,
        String rw,
        String postalCode,
        String phone,
        Channel channel,
        boolean ownFamily,
        Long official) {

    /** What {@code family} says of it; of no other official's family. */
    public static CardPart of(FamilyContent family, Channel channel, boolean ownFamily) {
        return of(family, channel, ownFamily, null);
    }

    /** What {@code family} says of it. */
    public static CardPart of(FamilyContent family, Channel channel, boolean ownFamily, Long official) {
        return new CardPart(
                family.familyCardNumber(),
                family.address(),
                family.hamlet(),
                family.rt(),
                family.rw(),
                family.postalCode(),
                family.phone(),
                channel,
                ownFamily,
                official);
    }
}
