package id.siks.evidence;

/** What an attachment shows (glossary 8.5). Labels are {@code evidence.kind.<code>}. */
public enum AttachmentKind {
    HOUSE_FRONT,
    HOUSE_INSIDE,
    FLOOR_WALL,
    TOILET,
    ID_CARD,
    FAMILY_CARD,
    RESPONDENT_WITH_HOUSE,
    MEETING_MINUTES,
    SPTJM,
    NAME_LIST,
    RATIFICATION_LETTER,
    DEATH_LETTER,
    HEALTH_LETTER,
    OTHER;

    /** True for what only a photo can show; the rest may be a PDF as well. */
    public boolean photoOnly() {
        return switch (this) {
            case HOUSE_FRONT, HOUSE_INSIDE, FLOOR_WALL, TOILET, RESPONDENT_WITH_HOUSE -> true;
            default -> false;
        };
    }
}
