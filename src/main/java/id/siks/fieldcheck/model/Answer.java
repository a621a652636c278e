package id.siks.fieldcheck.model;

import id.siks.fieldcheck.FieldCheckView.Finding;
import id.siks.fieldcheck.FieldCheckView.SignFinding;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the visitor says of one sign. */
@Embeddable
class Answer {

    private String sign;

    private boolean claimed;

    @Enumerated(EnumType.STRING)
    private Finding finding;

    protected Answer() {}

    Answer(String sign, boolean claimed, Finding finding) {
        this.sign = sign;
        this.claimed = claimed;
        this.finding = finding;
    }

    SignFinding view() {
        return new SignFinding(sign, claimed, finding);
    }
}
