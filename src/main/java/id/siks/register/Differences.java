package id.siks.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares literally, as the civil registry does: one letter differs and it is somebody else (glossary 7.4). */
final class Differences {

    private Differences() {}

    /** Field by field what differs, in the order people should look at it. */
    static List<FieldDifference> between(CivilRegistry.Question entered, CivilRegistry.Answer registered) {
        List<FieldDifference> differences = new ArrayList<>();
        compare("fullName", Names.key(entered.fullName()), Names.key(registered.fullName()), differences);
        compare("birthDate", text(entered.birthDate()), text(registered.birthDate()), differences);
        compare("sex", text(entered.sex()), text(registered.sex()), differences);
        compare(FieldDifference.FAMILY_CARD, entered.familyCardNumber(), registered.familyCardNumber(), differences);
        return differences;
    }

    private static void compare(String field, String entered, String registered, List<FieldDifference> differences) {
        if (!Objects.equals(entered, registered)) {
            differences.add(new FieldDifference(field, entered, registered));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
