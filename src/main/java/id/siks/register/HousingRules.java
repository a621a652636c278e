package id.siks.register;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Rules of the housing survey with its skip rules (glossary 8.4). */
final class HousingRules {

    private static final BigDecimal LARGEST_FLOOR = BigDecimal.valueOf(1000);
    private static final BigDecimal LARGEST_LAND = BigDecimal.valueOf(10_000_000);
    private static final int MOST_BEDROOMS = 20;
    private static final int MOST_ANIMALS = 10_000;
    private static final long MOST_SPENDING = 1_000_000_000L;
    private static final Pattern METER = Pattern.compile("[0-9]{8,13}");
    private static final int STATE_GRID = 1;
    private static final int NO_METER = 6;
    private static final int MASONRY = 1;
    private static final int LAST_RATED_WALL = 3;
    private static final int LAST_RATED_ROOF = 7;
    private static final int NO_TOILET = 4;

    private HousingRules() {}

    static void check(HousingSurvey survey, Findings findings) {
        if (survey == null) {
            findings.required("hasShelter", null);
            return;
        }
        findings.required("hasShelter", survey.hasShelter());
        // Without a shelter there is no dwelling to describe; what is answered nevertheless must be possible.
        Findings dwelling = new Findings(findings.complete() && !Boolean.FALSE.equals(survey.hasShelter()), "housing.");
        checkBuilding(survey, dwelling);
        checkUtilities(survey, dwelling);
        findings.addAll(dwelling);
        checkBelongings(survey, findings);
        findings.required("earnerWorks", survey.earnerWorks());
        findings.required("foodWorry", survey.foodWorry());
        findings.required("foodShareOverHalf", survey.foodShareOverHalf());
        findings.required("clothesBought", survey.clothesBought());
        if (survey.monthlySpending() != null
                && (survey.monthlySpending() < 0 || survey.monthlySpending() > MOST_SPENDING)) {
            findings.add("monthlySpending", "number", 0, MOST_SPENDING);
        }
    }

    private static void checkBuilding(HousingSurvey survey, Findings findings) {
        findings.requiredCode("buildingTenure", survey.buildingTenure());
        findings.requiredCode("landTenure", survey.landTenure());
        if (findings.required("floorAreaSquareMetres", survey.floorAreaSquareMetres())
                && !between(survey.floorAreaSquareMetres(), LARGEST_FLOOR)) {
            findings.add("floorAreaSquareMetres", "floor-area", LARGEST_FLOOR);
        }
        findings.requiredCode("floor", survey.floor());
        findings.requiredCode("wall", survey.wall());
        findings.skippable("wallCondition", upTo(survey.wall(), LAST_RATED_WALL), survey.wallCondition());
        if (Objects.equals(survey.wall(), MASONRY)) {
            findings.required("wallPlastered", survey.wallPlastered());
        }
        findings.requiredCode("roof", survey.roof());
        findings.skippable("roofCondition", upTo(survey.roof(), LAST_RATED_ROOF), survey.roofCondition());
        if (findings.required("bedrooms", survey.bedrooms())) {
            whole("bedrooms", survey.bedrooms(), MOST_BEDROOMS, findings);
        }
    }

    private static void checkUtilities(HousingSurvey survey, Findings findings) {
        findings.requiredCode("drinkingWater", survey.drinkingWater());
        findings.requiredCode("waterAccess", survey.waterAccess());
        findings.requiredCode("lighting", survey.lighting());
        boolean grid = Objects.equals(survey.lighting(), STATE_GRID);
        findings.skippable("power", grid, survey.power());
        if (grid && !Objects.equals(survey.power(), NO_METER)) {
            findings.shaped("electricityMeterId", survey.electricityMeterId(), METER, "meter");
        } else {
            findings.leftOut("electricityMeterId", survey.electricityMeterId());
        }
        findings.requiredCode("cookingFuel", survey.cookingFuel());
        findings.requiredCode("toiletUse", survey.toiletUse());
        boolean toilet = survey.toiletUse() != null && survey.toiletUse() != NO_TOILET;
        findings.skippable("toiletType", toilet, survey.toiletType());
        findings.requiredCode("faecesDisposal", survey.faecesDisposal());
    }

    private static void checkBelongings(HousingSurvey survey, Findings findings) {
        listed("assets", survey.assets(), FamilyCodes.assets(), findings);
        listed("programsHeld", survey.programsHeld(), FamilyCodes.programsHeld(), findings);
        if (Boolean.TRUE.equals(survey.landOwned())) {
            if (findings.required("landAreaSquareMetres", survey.landAreaSquareMetres())
                    && !between(survey.landAreaSquareMetres(), LARGEST_LAND)) {
                findings.add("landAreaSquareMetres", "number", 1, LARGEST_LAND);
            }
        } else {
            findings.leftOut("landAreaSquareMetres", survey.landAreaSquareMetres());
        }
        if (survey.livestock() != null) {
            listed("livestock", survey.livestock().keySet(), FamilyCodes.livestock(), findings);
            survey.livestock().forEach((animal, count) -> whole("livestock." + animal, count, MOST_ANIMALS, findings));
        }
    }

    private static void listed(String field, Collection<String> answers, List<String> known, Findings findings) {
        if (answers != null && !known.containsAll(answers)) {
            findings.add(field, "code");
        }
    }

    private static void whole(String field, Integer number, int most, Findings findings) {
        if (number != null && (number < 0 || number > most)) {
            findings.add(field, "number", 0, most);
        }
    }

    private static boolean upTo(Integer answer, int last) {
        return answer != null && answer <= last;
    }

    private static boolean between(BigDecimal number, BigDecimal most) {
        return number.signum() > 0 && number.compareTo(most) <= 0;
    }
}
