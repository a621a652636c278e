package id.siks.register;

import id.siks.register.FamilyReading.Part;
import id.siks.register.FamilyReading.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The housing survey in words, in the parts of the form (glossary 8.4). */
final class HousingReading {

    private static final String SQUARE_METRES = "register.reading.square-metres";

    private final HousingSurvey survey;
    private final Sight sight;
    private final List<Part> parts = new ArrayList<>();

    private HousingReading(HousingSurvey survey, Sight sight) {
        this.survey = survey;
        this.sight = sight;
    }

    /** What is answered, or nothing while there is no survey. */
    static List<Part> of(HousingSurvey survey, Sight sight) {
        if (survey == null) {
            return List.of();
        }
        HousingReading reading = new HousingReading(survey, sight);
        reading.part("living", reading::living);
        reading.part("building", reading::building);
        reading.part("surfaces", reading::surfaces);
        reading.part("utilities", reading::utilities);
        reading.part("toilet", reading::toilet);
        reading.part("belongings", reading::belongings);
        reading.part("programs", reading::programs);
        return List.copyOf(reading.parts);
    }

    private void part(String name, Consumer<ReadFacts> answers) {
        ReadFacts facts = new ReadFacts(sight);
        answers.accept(facts);
        if (!facts.all().isEmpty()) {
            parts.add(new Part(name, facts.all(), facts.gist()));
        }
    }

    private void living(ReadFacts facts) {
        facts.yes(Sight.MASKED, "hasShelter", survey.hasShelter());
        facts.yes(Sight.MASKED, "earnerWorks", survey.earnerWorks());
        facts.yes(Sight.MASKED, "foodWorry", survey.foodWorry());
        facts.yes(Sight.MASKED, "foodShareOverHalf", survey.foodShareOverHalf());
        facts.yes(Sight.MASKED, "clothesBought", survey.clothesBought());
        facts.number(Sight.WHOLE, "monthlySpending", survey.monthlySpending(), "register.reading.rupiah");
    }

    private void building(ReadFacts facts) {
        facts.telling(Sight.MASKED, "buildingTenure", survey.buildingTenure());
        facts.code(Sight.MASKED, "landTenure", survey.landTenure());
        facts.number(Sight.MASKED, "floorAreaSquareMetres", survey.floorAreaSquareMetres(), SQUARE_METRES);
        facts.number(Sight.MASKED, "bedrooms", survey.bedrooms(), "register.reading.said");
    }

    private void surfaces(ReadFacts facts) {
        facts.telling(Sight.MASKED, "floor", survey.floor());
        facts.telling(Sight.MASKED, "wall", survey.wall());
        facts.code(Sight.MASKED, "wallCondition", survey.wallCondition());
        facts.yes(Sight.MASKED, "wallPlastered", survey.wallPlastered());
        facts.telling(Sight.MASKED, "roof", survey.roof());
        facts.code(Sight.MASKED, "roofCondition", survey.roofCondition());
    }

    private void utilities(ReadFacts facts) {
        facts.telling(Sight.MASKED, "drinkingWater", survey.drinkingWater());
        facts.code(Sight.MASKED, "waterAccess", survey.waterAccess());
        facts.telling(Sight.MASKED, "lighting", survey.lighting());
        facts.telling(Sight.MASKED, "power", survey.power());
        facts.text(Sight.WHOLE, "electricityMeterId", survey.electricityMeterId());
        facts.telling(Sight.MASKED, "cookingFuel", survey.cookingFuel());
    }

    private void toilet(ReadFacts facts) {
        facts.telling(Sight.MASKED, "toiletUse", survey.toiletUse());
        facts.code(Sight.MASKED, "toiletType", survey.toiletType());
        facts.telling(Sight.MASKED, "faecesDisposal", survey.faecesDisposal());
    }

    private void belongings(ReadFacts facts) {
        facts.ticks(Sight.CASE, "assets", survey.assets());
        facts.tellingYes(Sight.CASE, "landOwned", survey.landOwned());
        facts.number(Sight.CASE, "landAreaSquareMetres", survey.landAreaSquareMetres(), SQUARE_METRES);
        facts.tellingYes(Sight.CASE, "otherHouse", survey.otherHouse());
        facts.counts(Sight.CASE, "livestock", survey.livestock());
        facts.noneIfNothingTelling();
    }

    private void programs(ReadFacts facts) {
        facts.ticks(Sight.CASE, "programsHeld", survey.programsHeld());
        facts.noneIfNothingTelling();
    }
}
