package id.siks.evidence;

import id.siks.area.AreaCode;
import java.time.LocalDate;
import java.util.List;

/**
 * What a certificate of registration says (glossary 12).
 *
 * @param registerId number of the family in the register
 * @param village where the family lives; decides who may fetch the file again
 * @param programs codes of the programmes the family receives
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

    /** One member of the family. */
    public record Line(String nik, String fullName) {}
}
