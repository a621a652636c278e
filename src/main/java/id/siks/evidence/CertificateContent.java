package id.siks.evidence;

import id.siks.area.AreaCode;
import java.time.LocalDate;
import java.util.List;

/**
 * What a certificate of registration says (glossary 12). Numbers are complete: the paper is for the family itself.
 *
 * @param registerId number of the family in the register
 * @param village where the family lives; decides who may fetch the file again
 * @param head name of the head of family
 * @param nik the head's, or null without papers
 * @param members all members, the head first
 * @param address street, neighbourhood units and hamlet in one line
 * @param programs codes of the household form for programmes the family says it receives, for example {@code PKH}; null
 *     when it was not asked
 */
public record CertificateContent(
        String registerId,
        AreaCode village,
        String head,
        String nik,
        String familyCardNumber,
        LocalDate birthDate,
        String address,
        List<Line> members,
        List<String> programs) {

    /**
     * One member of the family.
     *
     * @param nik or null without papers
     */
    public record Line(String nik, String fullName) {}
}
