package id.siks.register;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * The dwelling and what the family owns (glossary 8.4). Codes are the numbers of the household form; every component may
 * be null while it is a draft or where a skip rule leaves it out.
 *
 * @param floorAreaSquareMetres above 0, at most 1,000
 * @param assets codes of movable things owned
 * @param livestock kind of animal to count
 * @param programsHeld codes of programmes already held
 * @param landAreaSquareMetres land owned elsewhere, when {@code landOwned}
 * @param monthlySpending rupiah, optional
 */
public record HousingSurvey(
        Integer buildingTenure,
        Integer landTenure,
        BigDecimal floorAreaSquareMetres,
        Integer floor,
        Integer wall,
        Integer wallCondition,
        Boolean wallPlastered,
        Integer roof,
        Integer roofCondition,
        Integer bedrooms,
        Integer drinkingWater,
        Integer waterAccess,
        Integer lighting,
        String electricityMeterId,
        Integer power,
        Integer cookingFuel,
        Integer toiletUse,
        Integer toiletType,
        Integer faecesDisposal,
        Set<String> assets,
        Boolean landOwned,
        BigDecimal landAreaSquareMetres,
        Boolean otherHouse,
        Map<String, Integer> livestock,
        Set<String> programsHeld,
        Boolean hasShelter,
        Boolean earnerWorks,
        Boolean foodWorry,
        Boolean foodShareOverHalf,
        Boolean clothesBought,
        Long monthlySpending) {}
