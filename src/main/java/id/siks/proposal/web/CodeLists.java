package id.siks.proposal.web;

import id.siks.register.FamilyCodes;
import java.util.List;

/** The code lists the pages offer, in the order of the household form. */
final class CodeLists {

    private CodeLists() {}

    /** The codes of {@code list}. */
    static List<String> of(String list) {
        return switch (list) {
            case "sex" -> List.of("MALE", "FEMALE");
            case "channel" -> List.of("VILLAGE_MEETING", "SELF_REGISTRATION");
            case "channel-of-ministry" -> List.of("VILLAGE_MEETING", "SELF_REGISTRATION", "MINISTRY_EMERGENCY");
            case "purpose" -> List.of("VERIFY", "CONTACT", "DUPLICATE", "COMPLAINT");
            case "assets" -> FamilyCodes.assets();
            case "livestock" -> FamilyCodes.livestock();
            case "programsHeld" -> FamilyCodes.programsHeld();
            default -> FamilyCodes.numbers(list).stream().map(String::valueOf).toList();
        };
    }

    /** Key before the codes' labels: the household form's lists belong to the register, the others to this room. */
    static String labels(String list) {
        return switch (list) {
            case "sex", "channel", "purpose" -> "proposal.code." + list + ".";
            case "channel-of-ministry" -> labels("channel");
            default -> "register.code." + list + ".";
        };
    }
}
