package id.siks.proposal.web;

import java.util.List;

/** Step two as typed: the dwelling and what the family owns. */
record HousingForm(String version, String key, String action, Answers housing) implements StepForm {

    HousingForm {
        housing = housing == null ? Answers.none() : housing;
    }

    /** The answers, by the names the rules of the register use. */
    record Answers(
            String buildingTenure,
            String landTenure,
            String floorAreaSquareMetres,
            String floor,
            String wall,
            String wallCondition,
            String wallPlastered,
            String roof,
            String roofCondition,
            String bedrooms,
            String drinkingWater,
            String waterAccess,
            String lighting,
            String electricityMeterId,
            String power,
            String cookingFuel,
            String toiletUse,
            String toiletType,
            String faecesDisposal,
            List<String> assets,
            String landOwned,
            String landAreaSquareMetres,
            String otherHouse,
            Livestock livestock,
            List<String> programsHeld,
            String hasShelter,
            String earnerWorks,
            String foodWorry,
            String foodShareOverHalf,
            String clothesBought,
            String monthlySpending) {

        static Answers none() {
            return new Answers(
                    null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** Heads of each kind of animal. */
    record Livestock(String CATTLE, String BUFFALO, String HORSE, String PIG, String GOAT_SHEEP) {}
}
