package id.siks.area;

/** Levels of territory, by the number of digits of their code (glossary 8.1). */
public enum AreaLevel {
    PROVINCE(2),
    REGENCY(4),
    DISTRICT(6),
    VILLAGE(10);

    private final int digits;

    AreaLevel(int digits) {
        this.digits = digits;
    }

    /** How many digits a code of this level has. */
    public int digits() {
        return digits;
    }

    /** True when a level has that name. */
    static boolean isNamed(String name) {
        for (AreaLevel level : values()) {
            if (level.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    static AreaLevel ofDigits(int digits) {
        for (AreaLevel level : values()) {
            if (level.digits == digits) {
                return level;
            }
        }
        throw new IllegalArgumentException("An area code has 2, 4, 6 or 10 digits, not " + digits);
    }
}
