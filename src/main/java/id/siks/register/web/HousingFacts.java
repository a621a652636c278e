package id.siks.register.web;

import id.siks.platform.Message;
import id.siks.register.HousingSurvey;
import id.siks.register.web.FamilyPage.Fact;
import java.util.ArrayList;
import java.util.List;

/** The housing survey in words, in the order of the form. */
final class HousingFacts {

    private final List<Fact> facts = new ArrayList<>();

    private HousingFacts() {}

    /** What is answered; spending only when it was revealed. */
    static List<Fact> of(HousingSurvey survey, boolean revealed) {
        HousingFacts facts = new HousingFacts();
        if (survey != null) {
            facts.building(survey);
            facts.utilities(survey);
            facts.living(survey, revealed);
        }
        return List.copyOf(facts.facts);
    }

    private void building(HousingSurvey survey) {
        yes("hasShelter", survey.hasShelter());
        code("buildingTenure", survey.buildingTenure());
        code("landTenure", survey.landTenure());
        number("floorAreaSquareMetres", survey.floorAreaSquareMetres());
        code("floor", survey.floor());
        code("wall", survey.wall());
        code("wallCondition", survey.wallCondition());
        yes("wallPlastered", survey.wallPlastered());
        code("roof", survey.roof());
        code("roofCondition", survey.roofCondition());
        number("bedrooms", survey.bedrooms());
    }

    private void utilities(HousingSurvey survey) {
        code("drinkingWater", survey.drinkingWater());
        code("waterAccess", survey.waterAccess());
        code("lighting", survey.lighting());
        code("power", survey.power());
        code("cookingFuel", survey.cookingFuel());
        code("toiletUse", survey.toiletUse());
        code("toiletType", survey.toiletType());
        code("faecesDisposal", survey.faecesDisposal());
    }

    private void living(HousingSurvey survey, boolean revealed) {
        yes("earnerWorks", survey.earnerWorks());
        yes("foodWorry", survey.foodWorry());
        yes("foodShareOverHalf", survey.foodShareOverHalf());
        yes("clothesBought", survey.clothesBought());
        if (revealed) {
            number("monthlySpending", survey.monthlySpending());
        }
    }

    private void code(String field, Integer code) {
        if (code != null) {
            facts.add(new Fact(field, Message.of("register.code." + field + "." + code), null));
        }
    }

    private void yes(String field, Boolean answer) {
        if (answer != null) {
            facts.add(new Fact(field, Message.of(answer ? "register.yes" : "register.no"), null));
        }
    }

    private void number(String field, Object number) {
        if (number != null) {
            facts.add(new Fact(field, null, number));
        }
    }
}
