package id.siks.area;

/** What kind of village the seventh digit of its code tells (glossary 8.1). */
public enum VillageType {
    /** Kelurahan: an urban ward under the regency or city. */
    URBAN_WARD,
    /** Desa, or what it is called locally: pekon, nagari, gampong, kampung. */
    VILLAGE,
    /** Desa adat: a customary village. */
    CUSTOMARY_VILLAGE
}
