package id.siks.register;

import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Rules of the family card and the address (glossary 8.2). */
final class CardRules {

    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final Pattern UNIT = Pattern.compile("[0-9]{3}");
    private static final Pattern POSTAL_CODE = Pattern.compile("[1-9][0-9]{4}");
    private static final Pattern PHONE = Pattern.compile("\\+62[1-9][0-9]{7,12}");
    private static final int NUMBER_LENGTH = 16;
    private static final int SHORTEST_ADDRESS = 5;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_HAMLET = 60;

    private CardRules() {}

    static void check(FamilyContent content, Areas areas, Findings findings) {
        if (findings.required("familyCardNumber", content.familyCardNumber())) {
            String problem = numberProblem(content.familyCardNumber());
            if (problem != null) {
                findings.add("familyCardNumber", problem);
            }
        }
        if (findings.required("village", content.village())
                && (content.village().level() != AreaLevel.VILLAGE
                        || areas.find(content.village()).isEmpty())) {
            findings.add("village", "village-unknown");
        }
        if (findings.required("address", content.address())
                && findings.text("address", content.address(), LONGEST_ADDRESS)
                && content.address().strip().length() < SHORTEST_ADDRESS) {
            findings.add("address", "address-too-short", SHORTEST_ADDRESS);
        }
        findings.text("hamlet", content.hamlet(), LONGEST_HAMLET);
        findings.shaped("rt", content.rt(), UNIT, "unit");
        findings.shaped("rw", content.rw(), UNIT, "unit");
        findings.shaped("postalCode", content.postalCode(), POSTAL_CODE, "postal-code");
        findings.shaped("phone", content.phone(), PHONE, "phone");
    }

    /** Key of what makes this impossible as number of a family card, or null. */
    static String numberProblem(String number) {
        if (!DIGITS.matcher(number).matches()) {
            return "family-card.CHARACTERS";
        }
        if (number.length() != NUMBER_LENGTH) {
            return "family-card.LENGTH";
        }
        if (!isDate(number.substring(6, 12))) {
            return "family-card.DATE";
        }
        return number.endsWith("0000") ? "family-card.SERIAL" : null;
    }

    // Day, month and year of the record, with nothing added for women; any century with such a day will do.
    private static boolean isDate(String digits) {
        int year = Integer.parseInt(digits.substring(4));
        try {
            LocalDate.of(
                    2000 + year, Integer.parseInt(digits.substring(2, 4)), Integer.parseInt(digits.substring(0, 2)));
            return true;
        } catch (DateTimeException impossible) {
            return false;
        }
    }
}
