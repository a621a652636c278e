/**
 * <b>Is</b> what proves a case: photos, minutes, statements, letters; issued certificates.
 * <b>Owns</b> schema {@code evidence}: attachment, attachment_removed, certificate, print_log. <b>Asks</b> the rooms named below.
 * <b>Announces</b> {@code CertificateIssued}.
 */
@ApplicationModule(
        displayName = "Bukti",
        allowedDependencies = {"platform", "area", "identity", "casework"})
package id.siks.evidence;

import org.springframework.modulith.ApplicationModule;
