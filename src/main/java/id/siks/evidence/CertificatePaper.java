package id.siks.evidence;

import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.platform.paper.Paper;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints a certificate as PDF. The paper is always in Indonesian: it is an official's letter. */
@Component
class CertificatePaper {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", INDONESIAN);

    private final ITemplateEngine templates;
    private final Areas areas;

    CertificatePaper(ITemplateEngine templates, Areas areas) {
        this.templates = templates;
        this.areas = areas;
    }

    byte[] print(
            CertificateContent content,
            String serial,
            String purpose,
            LocalDate issuedOn,
            LocalDate validUntil,
            String checkAddress) {
        Context model = new Context(INDONESIAN);
        model.setVariable("content", content);
        model.setVariable("serial", serial);
        model.setVariable("purpose", purpose);
        model.setVariable("issuedOn", DAY.format(issuedOn));
        model.setVariable("validUntil", DAY.format(validUntil));
        model.setVariable("birthDate", content.birthDate() == null ? "–" : DAY.format(content.birthDate()));
        model.setVariable("village", name(content, AreaLevel.VILLAGE));
        model.setVariable("district", name(content, AreaLevel.DISTRICT));
        model.setVariable("regency", name(content, AreaLevel.REGENCY));
        model.setVariable("province", name(content, AreaLevel.PROVINCE));
        model.setVariable("checkAddress", checkAddress);
        model.setVariable("code", QrCode.asDataAddress(checkAddress));
        return Paper.print(templates.process("evidence/certificate", model));
    }

    private String name(CertificateContent content, AreaLevel level) {
        return areas.get(content.village().at(level)).name();
    }
}
