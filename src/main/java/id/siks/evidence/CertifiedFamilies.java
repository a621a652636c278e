package id.siks.evidence;

import java.util.Optional;

/** Tells whom a certificate is about; implemented by the room that keeps the register. */
public interface CertifiedFamilies {

    /**
     * The family with this number of the register, as the access log names it; empty when the register has none.
     *
     * @param registerId as in {@link CertificateContent#registerId}
     */
    Optional<String> subject(String registerId);
}
