package id.siks.evidence;

import id.siks.identity.Actor;

/** Certificates of registration (glossary 12): issued with a serial, valid for 30 days, every print logged. */
public interface Certificates {

    /** Issues one and returns its serial; the file is then at {@code /evidence/certificates/{serial}}. */
    String issue(CertificateContent content, String purpose, Actor actor);
}
