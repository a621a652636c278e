package id.siks.proposal.web;

import id.siks.proposal.ProposalView;
import id.siks.register.FamilyContent;
import id.siks.register.HousingSurvey;
import id.siks.register.MemberContent;
import id.siks.register.Place;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The forms of the steps, filled with a family as saved. */
final class FilledForms {

    private FilledForms() {}

    static FamilyForm family(ProposalView proposal) {
        FamilyContent saved = proposal.content();
        return new FamilyForm(
                Integer.toString(proposal.version()),
                null,
                null,
                saved.familyCardNumber(),
                saved.address(),
                saved.hamlet(),
                saved.rt(),
                saved.rw(),
                saved.postalCode(),
                saved.phone(),
                text(proposal.channel()),
                isDrafters(proposal) ? "true" : null,
                isDrafters(proposal) ? null : text(proposal.familyOf()),
                saved.members() == null
                        ? List.of()
                        : saved.members().stream().map(FilledForms::member).toList());
    }

    private static boolean isDrafters(ProposalView proposal) {
        return Objects.equals(proposal.familyOf(), proposal.draftedBy());
    }

    static PlaceForm place(ProposalView proposal) {
        Place saved = proposal.content().place();
        PlaceForm.Point point = saved == null
                ? null
                : new PlaceForm.Point(
                        text(saved.latitude()),
                        text(saved.longitude()),
                        text(saved.accuracyMetres()),
                        text(saved.locatedAt()));
        return new PlaceForm(Integer.toString(proposal.version()), null, null, point);
    }

    static HousingForm housing(ProposalView proposal) {
        HousingSurvey saved = proposal.content().housing();
        return new HousingForm(Integer.toString(proposal.version()), null, null, saved == null ? null : answers(saved));
    }

    static MemberForm member(MemberContent saved) {
        return new MemberForm(
                saved.nik(),
                saved.fullName(),
                saved.birthPlace(),
                text(saved.birthDate()),
                text(saved.sex()),
                saved.motherName(),
                text(saved.relationToHead()),
                text(saved.maritalStatus()),
                texts(saved.identityPapers()),
                text(saved.pregnant()),
                text(saved.pregnancyDueDate()),
                text(saved.disabilityType()),
                text(saved.disabilitySevere()),
                text(saved.chronicDisease()),
                text(saved.schoolParticipation()),
                text(saved.schoolLevel()),
                text(saved.schoolGrade()),
                text(saved.highestDiploma()),
                text(saved.workedLastWeek()),
                text(saved.industry()),
                text(saved.jobPosition()),
                saved.noPapers() ? "true" : null);
    }

    static HousingForm.Answers answers(HousingSurvey saved) {
        return new HousingForm.Answers(
                text(saved.buildingTenure()),
                text(saved.landTenure()),
                text(saved.floorAreaSquareMetres()),
                text(saved.floor()),
                text(saved.wall()),
                text(saved.wallCondition()),
                text(saved.wallPlastered()),
                text(saved.roof()),
                text(saved.roofCondition()),
                text(saved.bedrooms()),
                text(saved.drinkingWater()),
                text(saved.waterAccess()),
                text(saved.lighting()),
                saved.electricityMeterId(),
                text(saved.power()),
                text(saved.cookingFuel()),
                text(saved.toiletUse()),
                text(saved.toiletType()),
                text(saved.faecesDisposal()),
                texts(saved.assets()),
                text(saved.landOwned()),
                text(saved.landAreaSquareMetres()),
                text(saved.otherHouse()),
                livestock(saved),
                texts(saved.programsHeld()),
                text(saved.hasShelter()),
                text(saved.earnerWorks()),
                text(saved.foodWorry()),
                text(saved.foodShareOverHalf()),
                text(saved.clothesBought()),
                text(saved.monthlySpending()));
    }

    private static HousingForm.Livestock livestock(HousingSurvey saved) {
        if (saved.livestock() == null) {
            return null;
        }
        return new HousingForm.Livestock(
                text(saved.livestock().get("CATTLE")),
                text(saved.livestock().get("BUFFALO")),
                text(saved.livestock().get("HORSE")),
                text(saved.livestock().get("PIG")),
                text(saved.livestock().get("GOAT_SHEEP")));
    }

    private static String text(Object value) {
        return value instanceof java.math.BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : value == null ? null : value.toString();
    }

    private static List<String> texts(Collection<?> values) {
        return values == null ? List.of() : values.stream().map(String::valueOf).toList();
    }
}
