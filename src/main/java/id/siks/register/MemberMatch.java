package id.siks.register;

import id.siks.casework.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the civil registry says of one member.
 *
 * @param index position of the member in the family, from 0
 * @param fullName as entered
 * @param status outcome
 * @param registry the registry's answer, or null when nobody was asked
 * @param differences field by field, empty unless the person was found but differs
 * @param askedAt when the answer was given, or null
 */
public record MemberMatch(
        int index,
        String fullName,
        MatchStatus status,
        RegistryStatus registry,
        List<FieldDifference> differences,
        Instant askedAt) {

    /** The reason code that fits a mismatch (glossary 6.1), or null when there is none. */
    public ReasonCode reason() {
        if (status != MatchStatus.MISMATCHED) {
            return null;
        }
        return switch (registry) {
            case NOT_FOUND, INACTIVE -> ReasonCode.IDENTITY_NOT_FOUND;
            case DECEASED -> ReasonCode.DECEASED;
            case DUPLICATE -> ReasonCode.DUPLICATE_PERSON;
            case FOUND -> ofDifference();
        };
    }

    /** The family card on which the registry has the member instead of his family's; empty when it names no other. */
    public Optional<String> otherCard() {
        return differences.stream()
                .filter(difference -> FieldDifference.FAMILY_CARD.equals(difference.field()))
                .map(FieldDifference::registered)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private ReasonCode ofDifference() {
        return switch (differences.isEmpty() ? "" : differences.get(0).field()) {
            case "fullName" -> ReasonCode.NAME_DIFFERS;
            case "birthDate" -> ReasonCode.BIRTHDATE_DIFFERS;
            case FieldDifference.FAMILY_CARD -> ReasonCode.FAMILY_CARD_DIFFERS;
            default -> ReasonCode.OTHER;
        };
    }
}
