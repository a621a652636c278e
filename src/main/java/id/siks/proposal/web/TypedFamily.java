package id.siks.proposal.web;

import id.siks.platform.FieldError;
import id.siks.proposal.Channel;
import id.siks.register.FamilyCodes;
import id.siks.register.FamilyContent;
import id.siks.register.HousingSurvey;
import id.siks.register.MemberContent;
import id.siks.register.Place;
import id.siks.register.Sex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed in one step, put into the family as saved so far.
 *
 * @param content the family with this step's readable values
 * @param faults texts that are no values at all; what is missing or impossible the rules of the register tell
 */
record TypedFamily(FamilyContent content, List<FieldError> faults) {

    /** Step one. */
    static TypedFamily read(FamilyForm form, FamilyContent saved) {
        TypedValues values = new TypedValues();
        List<MemberContent> members = new ArrayList<>();
        for (int i = 0; i < form.members().size(); i++) {
            members.add(member("members[" + i + "].", form.members().get(i), values));
        }
        FamilyContent content = new FamilyContent(
                TypedValues.number(form.familyCardNumber()),
                saved.village(),
                TypedValues.text(form.address()),
                TypedValues.text(form.hamlet()),
                TypedValues.unit(form.rt()),
                TypedValues.unit(form.rw()),
                TypedValues.number(form.postalCode()),
                TypedValues.phone(form.phone()),
                saved.place(),
                List.copyOf(members),
                saved.housing());
        values.constant("channel", form.channel(), Channel.class);
        return new TypedFamily(content, values.faults());
    }

    /** Step two. */
    static TypedFamily read(HousingForm form, FamilyContent saved) {
        TypedValues values = new TypedValues();
        return new TypedFamily(with(saved, saved.place(), housing(form.housing(), values)), values.faults());
    }

    /** Step four; without a moment of the device the point was set now. */
    static TypedFamily read(PlaceForm form, FamilyContent saved, Instant now) {
        TypedValues values = new TypedValues();
        PlaceForm.Point point = form.place();
        Instant locatedAt = values.moment("place.latitude", point.locatedAt());
        Place place = new Place(
                values.decimal("place.latitude", point.latitude()),
                values.decimal("place.longitude", point.longitude()),
                values.count("place.accuracyMetres", point.accuracyMetres()),
                locatedAt == null || locatedAt.isAfter(now) ? now : locatedAt);
        boolean nothing = place.latitude() == null && place.longitude() == null;
        return new TypedFamily(with(saved, nothing ? null : place, saved.housing()), values.faults());
    }

    private static FamilyContent with(FamilyContent saved, Place place, HousingSurvey housing) {
        return new FamilyContent(
                saved.familyCardNumber(),
                saved.village(),
                saved.address(),
                saved.hamlet(),
                saved.rt(),
                saved.rw(),
                saved.postalCode(),
                saved.phone(),
                place,
                saved.members(),
                housing);
    }

    private static MemberContent member(String at, MemberForm form, TypedValues values) {
        return new MemberContent(
                TypedValues.number(form.nik()),
                TypedValues.text(form.fullName()),
                TypedValues.text(form.birthPlace()),
                values.date(at + "birthDate", form.birthDate()),
                values.constant(at + "sex", form.sex(), Sex.class),
                TypedValues.text(form.motherName()),
                values.choice(at + "relationToHead", form.relationToHead()),
                values.choice(at + "maritalStatus", form.maritalStatus()),
                values.choices(at + "identityPapers", form.identityPapers()),
                values.yesNo(at + "pregnant", form.pregnant()),
                values.date(at + "pregnancyDueDate", form.pregnancyDueDate()),
                values.choice(at + "disabilityType", form.disabilityType()),
                values.yesNo(at + "disabilitySevere", form.disabilitySevere()),
                values.choice(at + "chronicDisease", form.chronicDisease()),
                values.choice(at + "schoolParticipation", form.schoolParticipation()),
                values.choice(at + "schoolLevel", form.schoolLevel()),
                values.choice(at + "schoolGrade", form.schoolGrade()),
                values.choice(at + "highestDiploma", form.highestDiploma()),
                values.yesNo(at + "workedLastWeek", form.workedLastWeek()),
                values.choice(at + "industry", form.industry()),
                values.choice(at + "jobPosition", form.jobPosition()),
                Boolean.TRUE.equals(values.yesNo(at + "noPapers", form.noPapers())));
    }

    private static HousingSurvey housing(HousingForm.Answers form, TypedValues values) {
        String at = "housing.";
        return new HousingSurvey(
                values.choice(at + "buildingTenure", form.buildingTenure()),
                values.choice(at + "landTenure", form.landTenure()),
                values.decimal(at + "floorAreaSquareMetres", form.floorAreaSquareMetres()),
                values.choice(at + "floor", form.floor()),
                values.choice(at + "wall", form.wall()),
                values.choice(at + "wallCondition", form.wallCondition()),
                values.yesNo(at + "wallPlastered", form.wallPlastered()),
                values.choice(at + "roof", form.roof()),
                values.choice(at + "roofCondition", form.roofCondition()),
                values.count(at + "bedrooms", form.bedrooms()),
                values.choice(at + "drinkingWater", form.drinkingWater()),
                values.choice(at + "waterAccess", form.waterAccess()),
                values.choice(at + "lighting", form.lighting()),
                TypedValues.number(form.electricityMeterId()),
                values.choice(at + "power", form.power()),
                values.choice(at + "cookingFuel", form.cookingFuel()),
                values.choice(at + "toiletUse", form.toiletUse()),
                values.choice(at + "toiletType", form.toiletType()),
                values.choice(at + "faecesDisposal", form.faecesDisposal()),
                values.ticks(at + "assets", form.assets()),
                values.yesNo(at + "landOwned", form.landOwned()),
                values.decimal(at + "landAreaSquareMetres", form.landAreaSquareMetres()),
                values.yesNo(at + "otherHouse", form.otherHouse()),
                livestock(form.livestock(), values),
                values.ticks(at + "programsHeld", form.programsHeld()),
                values.yesNo(at + "hasShelter", form.hasShelter()),
                values.yesNo(at + "earnerWorks", form.earnerWorks()),
                values.yesNo(at + "foodWorry", form.foodWorry()),
                values.yesNo(at + "foodShareOverHalf", form.foodShareOverHalf()),
                values.yesNo(at + "clothesBought", form.clothesBought()),
                values.rupiah(at + "monthlySpending", form.monthlySpending()));
    }

    private static Map<String, Integer> livestock(HousingForm.Livestock form, TypedValues values) {
        Map<String, Integer> heads = new LinkedHashMap<>();
        if (form != null) {
            FieldValues typed = FieldValues.of(form);
            for (String kind : FamilyCodes.livestock()) {
                Integer count = values.count("housing.livestock." + kind, typed.one(kind));
                if (count != null) {
                    heads.put(kind, count);
                }
            }
        }
        return heads;
    }
}
