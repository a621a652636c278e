package id.siks.evidence;

import id.siks.area.Areas;
import id.siks.evidence.CertificateRows.Issued;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates of registration (glossary 12): issued with a serial, valid for 30 days, every print logged. */
@Service
@Transactional
public class Certificates {

    static final int DAYS_VALID = 30;

    private static final String SUBJECT = "certificate:";
    private static final String COPY = "certificate-copy";
    private static final int SHORTEST_PURPOSE = 5;
    private static final int LONGEST_PURPOSE = 200;

    private final CertificateRows rows;
    private final CertificatePaper paper;
    private final CertifiedFamilies families;
    private final FileStore files;
    private final Areas areas;
    private final Jurisdiction jurisdiction;
    private final AccessLog accessLog;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;
    private final String publicAddress;

    Certificates(
            CertificateRows rows,
            CertificatePaper paper,
            CertifiedFamilies families,
            FileStore files,
            Areas areas,
            Jurisdiction jurisdiction,
            AccessLog accessLog,
            BusinessTime time,
            ApplicationEventPublisher events,
            @Value("${siks.public-address:http://localhost:${server.port:8080}}") String publicAddress) {
        this.rows = rows;
        this.paper = paper;
        this.families = families;
        this.files = files;
        this.areas = areas;
        this.jurisdiction = jurisdiction;
        this.accessLog = accessLog;
        this.time = time;
        this.events = events;
        this.publicAddress = publicAddress;
    }

    /**
     * Issues a certificate and keeps its file, which is then at {@code /evidence/certificates/{serial}}. The village
     * operator of the family's village may.
     *
     * @param purpose what the family needs it for, 5 to 200 characters; {@link InvalidInput} at {@code purpose} else
     * @return its serial
     */
    public String issue(CertificateContent content, String purpose, Actor actor) {
        jurisdiction.require(actor, Role.VILLAGE_OPERATOR, content.village());
        String asked = purpose(purpose);
        Instant now = time.now();
        ZoneId zone = areas.zoneOf(content.village());
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate validUntil = today.plusDays(DAYS_VALID);
        String serial = Serials.next(today);
        byte[] file =
                paper.print(content, serial, asked, today, validUntil, publicAddress + "/evidence/check/" + serial);
        Issued issued = new Issued(
                serial, content.registerId(), content.village(), files.write(file), validUntil, actor.accountId(), now);
        rows.insert(issued, asked, Digests.sha256(file));
        noted(issued, asked, actor);
        events.publishEvent(new CertificateIssued(serial, content.registerId()));
        return serial;
    }

    /**
     * The file of an issued certificate once more, for the operators and the head of its village; the print is logged, the
     * refused one too.
     */
    byte[] print(String serial, Actor actor) {
        Optional<Issued> found = rows.find(serial);
        Issued issued = found.filter(i ->
                        actor.holds(Role.VILLAGE_OPERATOR, i.village()) || actor.holds(Role.VILLAGE_HEAD, i.village()))
                .orElseThrow(() -> refused(serial, found, actor));
        noted(issued, COPY, actor);
        return files.read(issued.fileName());
    }

    /** Noted whether there is such a paper or not: whoever measures how long it takes learns nothing. */
    private NotFound refused(String serial, Optional<Issued> found, Actor actor) {
        if (Serials.isShaped(serial)) {
            List<String> subjects = found.map(this::subjects).orElseGet(() -> List.of(SUBJECT + serial));
            accessLog.record(actor, AccessKind.PRINT, subjects, COPY, AccessOutcome.REFUSED);
        }
        return new NotFound("certificate for account " + actor.id());
    }

    /** What the public may know of a serial: whether it is valid, and nothing else. */
    @Transactional(readOnly = true)
    public Validity validity(String serial) {
        Optional<Issued> issued = rows.find(serial);
        if (issued.isEmpty()) {
            return Validity.UNKNOWN;
        }
        LocalDate today = time.today(areas.zoneOf(issued.get().village()));
        return today.isAfter(issued.get().validUntil()) ? Validity.EXPIRED : Validity.VALID;
    }

    private void noted(Issued issued, String purpose, Actor actor) {
        rows.printed(issued.serial(), actor.accountId(), time.now());
        accessLog.record(actor, AccessKind.PRINT, subjects(issued), purpose, AccessOutcome.GRANTED);
    }

    /** The paper, and the family whose numbers stand on it: who saw them must be told for both. */
    private List<String> subjects(Issued issued) {
        List<String> subjects = new ArrayList<>(List.of(SUBJECT + issued.serial()));
        families.subject(issued.registerId()).ifPresent(subjects::add);
        return subjects;
    }

    private static String purpose(String text) {
        String asked = text == null ? "" : text.strip();
        if (Sentences.isShort(asked, SHORTEST_PURPOSE) || asked.length() > LONGEST_PURPOSE) {
            throw new InvalidInput(
                    List.of(FieldError.of("purpose", "evidence.error.purpose", SHORTEST_PURPOSE, LONGEST_PURPOSE)));
        }
        return asked;
    }

    /** Whether a certificate holds. Labels are {@code evidence.validity.<code>}. */
    public enum Validity {
        VALID,
        EXPIRED,
        UNKNOWN
    }
}
