package id.siks.processadmin.check;

/** How bad a finding is. */
public enum Severity {
    /** The file is never released. */
    REFUSED,
    /** It may be released by somebody who has read this. */
    WARNING
}
