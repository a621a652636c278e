package id.siks.register;

import id.siks.area.AreaCode;

/**
 * One line of a search result.
 *
 * @param person name of the member that was found
 * @param head name of the head of family
 * @param nik of the member found, complete: a page masks it; null without papers
 * @param members persons in the family
 */
public record FamilyHit(
        FamilyRef family, AreaCode village, String person, String head, String nik, int members, FamilyStatus status) {}
