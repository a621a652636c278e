package id.siks.proposal.tasks;

import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The fields of a family a reviewer may remark on, in the order of the village's pages. */
@Component
class RemarkFields {

    private static final List<String> CARD = List.of("familyCardNumber", "address", "rt", "rw", "phone");
    private static final List<String> MEMBER = List.of(
            "nik",
            "fullName",
            "birthDate",
            "sex",
            "relationToHead",
            "maritalStatus",
            "schoolParticipation",
            "jobPosition");
    private static final List<String> HOUSING = List.of(
            "buildingTenure",
            "floorAreaSquareMetres",
            "floor",
            "wall",
            "wallPlastered",
            "roof",
            "drinkingWater",
            "lighting",
            "power",
            "toiletUse",
            "earnerWorks",
            "foodWorry",
            "foodShareOverHalf",
            "clothesBought",
            "assets");
    private static final List<String> PHOTOS = List.of("photos.HOUSE_FRONT", "photos.FAMILY_CARD", "photos");

    private final MessageSource messages;

    RemarkFields(MessageSource messages) {
        this.messages = messages;
    }

    /** Options for a choice: {@code value} the field's name, {@code label} what people call it. */
    List<Map<String, String>> options(FamilyContent content) {
        List<Map<String, String>> options = new ArrayList<>();
        CARD.forEach(f -> options.add(option(f, label("proposal.field." + f))));
        List<MemberContent> members = content.members();
        for (int i = 0; i < members.size(); i++) {
            String at = "members[" + i + "].";
            String name = members.get(i).fullName();
            MEMBER.forEach(f -> options.add(option(at + f, name + " – " + label("proposal.field.member." + f))));
        }
        HOUSING.forEach(f -> options.add(option("housing." + f, label("proposal.field.housing." + f))));
        PHOTOS.forEach(f -> options.add(option(f, label("proposal.remark." + f))));
        options.add(option("place", label("proposal.field.place")));
        return options;
    }

    private String label(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}
