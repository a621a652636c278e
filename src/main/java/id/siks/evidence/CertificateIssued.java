package id.siks.evidence;

/**
 * A certificate was issued.
 *
 * @param serial its number
 * @param registerId the family it is about
 */
public record CertificateIssued(String serial, String registerId) {}
