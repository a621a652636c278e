package id.siks.journeys;

/** A family that an operator types into the wizard: a couple with small means. Nobody in it exists. */
record Household(String familyCardNumber, Adult head, Adult spouse) {

    /** One adult of the household; {@code born} as the browser's date field takes it. */
    record Adult(String nik, String name, String born, String sex) {}

    /** A couple whose numbers end with {@code serial}, four digits that no other journey uses. */
    static Household numbered(String serial, String headName) {
        return new Household(
                "180404010120" + serial,
                new Adult("180404170885" + serial, headName, "1985-08-17", "MALE"),
                new Adult("180404520388" + serial, "Wartini Perjalanan", "1988-03-12", "FEMALE"));
    }
}
