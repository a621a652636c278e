package id.siks.proposal;

/**
 * What a reviewer says about one field of a returned proposal.
 *
 * @param field name of the field as the pages know it ({@code members[0].fullName}, {@code housing.floor}), or the name of
 *     a step ({@code card}, {@code members}, {@code housing}, {@code photos}, {@code place})
 * @param text what should be mended, 3 to 500 characters
 */
public record Remark(String field, String text) {}
