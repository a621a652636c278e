package id.siks.evidence;

import id.siks.area.AreaCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of certificates and their prints. */
@Component
class CertificateRows {

    private final JdbcClient jdbc;

    CertificateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Issued issued, String purpose, String sha256) {
        jdbc.sql(
                        """
                        insert into evidence.certificate
                          (serial, register_id, area_code, purpose, file_name, sha256, issued_by, issued_at, valid_until)
                        values (:serial, :registerId, :area, :purpose, :file, :sha, :by, :at, :until)
                        """)
                .param("serial", issued.serial())
                .param("registerId", issued.registerId())
                .param("area", issued.village().value())
                .param("purpose", purpose)
                .param("file", issued.fileName())
                .param("sha", sha256)
                .param("by", issued.issuedBy())
                .param("at", Timestamp.from(issued.issuedAt()))
                .param("until", issued.validUntil())
                .update();
    }

    Optional<Issued> find(String serial) {
        if (!Serials.isShaped(serial)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from evidence.certificate where serial = :serial")
                .param("serial", serial)
                .query((row, n) -> new Issued(
                        row.getString("serial"),
                        row.getString("register_id"),
                        new AreaCode(row.getString("area_code")),
                        row.getString("file_name"),
                        row.getObject("valid_until", LocalDate.class),
                        row.getObject("issued_by", Long.class),
                        row.getTimestamp("issued_at").toInstant()))
                .optional();
    }

    void printed(String serial, long by, Instant at) {
        jdbc.sql("insert into evidence.print_log (serial, printed_by, printed_at) values (:serial, :by, :at)")
                .param("serial", serial)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** A certificate that was issued. */
    record Issued(
            String serial,
            String registerId,
            AreaCode village,
            String fileName,
            LocalDate validUntil,
            Long issuedBy,
            Instant issuedAt) {}
}
