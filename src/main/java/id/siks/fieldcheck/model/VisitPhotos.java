package id.siks.fieldcheck.model;

import id.siks.evidence.AttachmentKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The photos of one field check: what they may show, and the name under which they lie apart from the village's. */
public final class VisitPhotos {

    /** What a visitor may photograph, the most wanted first. */
    public static final List<AttachmentKind> KINDS = List.of(
            AttachmentKind.RESPONDENT_WITH_HOUSE,
            AttachmentKind.HOUSE_FRONT,
            AttachmentKind.HOUSE_INSIDE,
            AttachmentKind.FLOOR_WALL,
            AttachmentKind.TOILET,
            AttachmentKind.OTHER);

    private static final Pattern SHAPE = Pattern.compile("visit-(\\d{1,18})");

    private VisitPhotos() {}

    static String of(long fieldCheck) {
        return "visit-" + fieldCheck;
    }

    static Optional<Long> fieldCheckOf(String reference) {
        Matcher matcher = SHAPE.matcher(reference);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
