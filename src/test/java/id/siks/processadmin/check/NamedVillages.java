package id.siks.processadmin.check;

/** What a page has to say of villages in which nobody holds a role. */
public final class NamedVillages {

    private NamedVillages() {}

    /** One that is named first; of very many the last are only counted. */
    public static String one(Report report) {
        return report.findings().stream()
                .flatMap(finding -> finding.villages().stream())
                .flatMap(regency -> regency.villages().stream())
                // What a page writes otherwise.
                .filter(name -> name.matches("[A-Za-z ]+"))
                .findFirst()
                .orElseThrow();
    }
}
