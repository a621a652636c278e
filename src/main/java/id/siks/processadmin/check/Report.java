package id.siks.processadmin.check;

import java.util.List;

/**
 * All the check has to say about one file.
 *
 * @param findings in the order of the rules; at most {@value Findings#MOST} of each severity
 */
public record Report(List<Finding> findings) {

    /** True when the engine may never see the file. */
    public boolean isRefused() {
        return !refusals().isEmpty();
    }

    /** Why the file is refused; empty when it is not. */
    public List<Finding> refusals() {
        return of(Severity.REFUSED);
    }

    /** What whoever releases it should know. */
    public List<Finding> warnings() {
        return of(Severity.WARNING);
    }

    private List<Finding> of(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).toList();
    }
}
