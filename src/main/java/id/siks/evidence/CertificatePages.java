package id.siks.evidence;

import id.siks.identity.Actor;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.platform.web.PaperFile;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The file of a certificate for officials, its validity for everybody. */
@Controller
class CertificatePages {

    private final Certificates certificates;
    private final Limits limits;

    CertificatePages(Certificates certificates, Limits limits) {
        this.certificates = certificates;
        this.limits = limits;
    }

    @GetMapping("/evidence/certificates/{serial}")
    ResponseEntity<byte[]> file(@PathVariable String serial, Actor actor) {
        return PaperFile.of("surat-keterangan-" + serial, certificates.print(serial, actor));
    }

    @GetMapping("/evidence/check/{serial}")
    String check(@PathVariable String serial, HttpServletRequest request, Model model) {
        limits.use(Limit.SERIAL_CHECK, request.getRemoteAddr());
        boolean shaped = Serials.isShaped(serial);
        model.addAttribute("validity", certificates.validity(serial).name());
        model.addAttribute("serial", shaped ? serial : "");
        return "evidence/check";
    }
}
