package id.siks.register.web;

/** What somebody typed into the search; sent in the body, so that no number stands in an address. */
record SearchForm(String name, String nik, String familyCardNumber, String withoutPapers, String after) {

    /** Ticked: only who has no papers yet. */
    boolean onlyWithoutPapers() {
        return "true".equals(withoutPapers);
    }
}
