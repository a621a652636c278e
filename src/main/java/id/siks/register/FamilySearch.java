package id.siks.register;

/**
 * What to look for: exactly one of the three is used, numbers before names.
 *
 * @param name part of a member's name, at least three letters; small spelling differences are forgiven
 * @param nik exact
 * @param familyCardNumber exact
 * @param after {@link id.siks.platform.Page#next()} of the page before, or null for the first
 */
public record FamilySearch(String name, String nik, String familyCardNumber, String after) {}
