package id.siks.casework;

/**
 * Why a case is returned or rejected (glossary 6.1). The label is {@code casework.reason.<code>}, what to do next is
 * said by {@link NextSteps}.
 */
public enum ReasonCode {
    IDENTITY_NOT_FOUND,
    NAME_DIFFERS,
    BIRTHDATE_DIFFERS,
    FAMILY_CARD_DIFFERS,
    DECEASED,
    DUPLICATE_PERSON,
    DUPLICATE_FAMILY_CARD,
    ALREADY_REGISTERED,
    ALREADY_IN_PROGRAM,
    UNDERAGE_HOLDER,
    EXCLUDED_OCCUPATION,
    NOT_ELIGIBLE_CRITERIA,
    NO_PROGRAM_COMPONENT,
    QUOTA_FULL,
    NOT_FOUND_AT_ADDRESS,
    MOVED_AWAY,
    EVIDENCE_MISSING,
    PHOTO_UNUSABLE,
    LOCATION_IMPLAUSIBLE,
    AREA_CODE_INVALID,
    NAME_FORMAT_INVALID,
    ADDRESS_INCOMPLETE,
    MEETING_EVIDENCE_INVALID,
    LATE_FOR_PERIOD,
    OTHER
}
