package id.siks.casework;

/** The own page of a kind of case. The room that keeps the case implements it; casework links there. */
public interface CasePages {

    /** True when this room keeps the case. */
    boolean knows(CaseRef ref);

    /** Path of the case's own page, for example {@code /proposal/USL-1804-26-000123}. */
    String path(CaseRef ref);

    /**
     * True when whoever works anywhere inside the case's area may follow it: it is about an area and its dates, not about
     * a family.
     */
    default boolean common(CaseRef ref) {
        return false;
    }

    /** Path of the photos and papers of the case, or null when there are none to show. */
    default String photos(CaseRef ref) {
        return null;
    }

    /** Path of the case's point on the map, or null when there is none. */
    default String place(CaseRef ref) {
        return null;
    }
}
