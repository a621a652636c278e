package id.siks.identity;

/** Whose deeds an auditor reads: those of people whose territory lies in his or around it, and the system's. */
final class Sight {

    /** Condition on a row with {@code account_id}; needs the parameter {@code prefixes}. */
    static final String OF_ACCOUNT =
            """
            (account_id is null or account_id in (
              select a.account_id from identity.assignment a join unnest(:prefixes::text[]) mine
                on a.nation or a.area_code like mine || '%' or mine like a.area_code || '%'))
            """;

    private Sight() {}

    /** The territories of the auditor; the nation is the empty prefix. */
    static String[] prefixes(Actor reader) {
        return reader.scopes(Role.AUDITOR).stream().map(Scope::prefix).toArray(String[]::new);
    }
}
