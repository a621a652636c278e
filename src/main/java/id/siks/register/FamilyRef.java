package id.siks.register;

/**
 * Points at a family of the register.
 *
 * @param id key of the family, as URLs carry it
 * @param registerId opaque number given at determination, for example {@code ID-00000127-K}
 */
public record FamilyRef(long id, String registerId) {}
