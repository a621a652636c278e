package id.siks.register;

/**
 * What to look for: a number, else a name, else whoever has no papers.
 *
 * @param name part of a member's name, at least three letters; small spelling differences are forgiven
 * @param nik exact
 * @param familyCardNumber exact
 * @param withoutPapers only members without papers: the follow-up promised when they came in (glossary 9.2); needs no name
 * @param after {@link id.siks.platform.Page#next()} of the page before, or null for the first
 */
public record FamilySearch(String name, String nik, String familyCardNumber, boolean withoutPapers, String after) {

    /** Whether somebody has papers or not. */
    public FamilySearch(String name, String nik, String familyCardNumber, String after) {
        this(name, nik, familyCardNumber, false, after);
    }
}
