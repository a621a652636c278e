package id.siks.processadmin.check;

import java.util.List;

/**
 * All the check has to say about one file.
 *
 * @param findings refusals in front, both in the order of the rules; at most {@value Findings#MOST} of each severity
 * @param moreRefusals how many refusals there are that are not listed
 * @param moreWarnings how many warnings
 */
public record Report(List<Finding> findings, int moreRefusals, int moreWarnings) {

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

    /** How many refusals there are, with those that are not listed. */
    public int refused() {
        return refusals().size() + moreRefusals;
    }

    /** How many warnings there are, with those that are not listed. */
    public int warned() {
        return warnings().size() + moreWarnings;
    }

    /** How much of both is not listed. */
    public int more() {
        return moreRefusals + moreWarnings;
    }

    private List<Finding> of(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).toList();
    }
}
