package id.siks.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answers the household form knows (glossary 8.3, 8.4). The label of an answer is {@code register.code.<field>.<code>},
 * of a field {@code register.field.<field>}, where field is the component's name in {@link MemberContent} or
 * {@link HousingSurvey}.
 */
public final class FamilyCodes {

    /** Highest number of each numbered list; every list starts at 1. */
    private static final Map<String, Integer> HIGHEST = Map.ofEntries(
            Map.entry("relationToHead", 8),
            Map.entry("maritalStatus", 4),
            Map.entry("identityPapers", 4),
            Map.entry("disabilityType", 13),
            Map.entry("chronicDisease", 10),
            Map.entry("schoolParticipation", 3),
            Map.entry("schoolLevel", 10),
            Map.entry("schoolGrade", 8),
            Map.entry("highestDiploma", 7),
            Map.entry("industry", 21),
            Map.entry("jobPosition", 8),
            Map.entry("buildingTenure", 5),
            Map.entry("landTenure", 4),
            Map.entry("floor", 10),
            Map.entry("wall", 7),
            Map.entry("wallCondition", 2),
            Map.entry("roof", 10),
            Map.entry("roofCondition", 2),
            Map.entry("drinkingWater", 12),
            Map.entry("waterAccess", 3),
            Map.entry("lighting", 3),
            Map.entry("power", 6),
            Map.entry("cookingFuel", 9),
            Map.entry("toiletUse", 4),
            Map.entry("toiletType", 4),
            Map.entry("faecesDisposal", 6));

    private static final List<String> ASSETS = List.of(
            "GAS_CYLINDER",
            "REFRIGERATOR",
            "AIR_CONDITIONER",
            "WATER_HEATER",
            "LANDLINE",
            "TELEVISION",
            "GOLD",
            "COMPUTER",
            "BICYCLE",
            "MOTORCYCLE",
            "CAR",
            "BOAT",
            "OUTBOARD_BOAT",
            "MOTORBOAT",
            "SHIP");

    private static final List<String> LIVESTOCK = List.of("CATTLE", "BUFFALO", "HORSE", "PIG", "GOAT_SHEEP");

    private static final List<String> PROGRAMS =
            List.of("KKS_KPS", "KIP", "KIS_PBI", "BPJS_SELF", "EMPLOYMENT", "OTHER_INSURANCE", "PKH", "RASTRA", "KUR");

    private FamilyCodes() {}

    /** The numbers of a numbered field, from 1. */
    public static List<Integer> numbers(String field) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = 1; n <= highest(field); n++) {
            numbers.add(n);
        }
        return numbers;
    }

    /** Codes of movable things a family may own. */
    public static List<String> assets() {
        return ASSETS;
    }

    /** Codes of animals that are counted. */
    public static List<String> livestock() {
        return LIVESTOCK;
    }

    /** Codes of programmes a family may hold already. */
    public static List<String> programsHeld() {
        return PROGRAMS;
    }

    static int highest(String field) {
        Integer highest = HIGHEST.get(field);
        if (highest == null) {
            throw new IllegalArgumentException("No numbered field: " + field);
        }
        return highest;
    }
}
