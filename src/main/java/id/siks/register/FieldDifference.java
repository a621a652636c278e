package id.siks.register;

/**
 * One field in which the entered member and the civil registry differ.
 *
 * @param field name of the component of {@link MemberContent} or {@link FamilyContent}, for example {@code fullName};
 *     label {@code register.field.<field>}
 * @param entered as entered, may be null
 * @param registered as the registry has it, may be null
 */
public record FieldDifference(String field, String entered, String registered) {

    /** The field that differs when somebody stands on another family's card. */
    public static final String FAMILY_CARD = "familyCardNumber";
}
