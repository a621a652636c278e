package id.siks.fieldcheck.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name under which the photos of one field check lie in evidence, apart from what the village handed in. */
final class VisitPhotos {

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
