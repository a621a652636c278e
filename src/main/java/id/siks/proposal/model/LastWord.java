package id.siks.proposal.model;

import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.proposal.Remark;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was last said of a proposal: why, and what about single fields. */
@Embeddable
class LastWord {

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    private String remarks = "[]";

    @Enumerated(EnumType.STRING)
    private ReasonCode reasonCode;

    private String reasonText;

    protected LastWord() {}

    /** Both anew; {@code why} is null when there is nothing to explain. */
    void say(Reason why, List<Remark> perField) {
        explain(why);
        remarks = ContentJson.write(perField);
    }

    /** Only why; what was said about the fields stays. */
    void explain(Reason why) {
        reasonCode = why == null ? null : why.code();
        reasonText = why == null ? null : why.sentence();
    }

    /** Its members have changed: what was said about one of them goes with him. */
    void follow(MemberPlaces places) {
        List<Remark> moved = remarks().stream()
                .flatMap(remark -> places.now(remark.field()).map(field -> new Remark(field, remark.text())).stream())
                .toList();
        if (!moved.equals(remarks())) {
            remarks = ContentJson.write(moved);
        }
    }

    Reason reason() {
        return reasonCode == null ? null : new Reason(reasonCode, reasonText);
    }

    List<Remark> remarks() {
        return ContentJson.remarks(remarks);
    }
}
