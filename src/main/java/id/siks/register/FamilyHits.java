package id.siks.register;

import id.siks.area.AreaCode;
import id.siks.identity.Scope;
import id.siks.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches families in territories; the territory is part of the query (requirement 10). */
@Component
class FamilyHits {

    static final int SHORTEST_NAME = 3;

    /** How alike a name must be when nothing contains what was typed; 1 is equal. */
    private static final double ALIKE = 0.4;

    private static final String HITS =
            """
            select p.id as person_id, f.id, f.register_id, f.area_code, p.full_name, f.head_name, p.nik, f.members, f.status
            from register.person p join register.family f on f.id = p.family_id
            where p.active and (%s) and
            """;
    private static final String IN_ORDER = " and p.id > :after order by p.id limit :limit";
    private static final String BY_NIK = "p.nik = :number";
    private static final String BY_CARD = "f.family_card_number = :number and p.position = 0";
    private static final String BY_NAME = "p.name_key like :name escape '!'";
    private static final String WITHOUT_PAPERS = "p.no_papers";
    private static final String ALIKE_NAME =
            "p.name_key % :name order by similarity(p.name_key, :name) desc, p.id limit :limit";

    private final JdbcClient jdbc;

    FamilyHits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<FamilyHit> search(FamilySearch search, List<Scope> scopes, int limit) {
        long after = after(search.after());
        if (scopes.isEmpty() || after < 0) {
            return new Page<>(List.of(), null);
        }
        if (given(search.nik())) {
            return inOrder(BY_NIK, Map.of("number", search.nik().strip()), scopes, after, limit);
        }
        if (given(search.familyCardNumber())) {
            return inOrder(BY_CARD, Map.of("number", search.familyCardNumber().strip()), scopes, after, limit);
        }
        if (search.withoutPapers() && !given(search.name())) {
            return inOrder(WITHOUT_PAPERS, Map.of(), scopes, after, limit);
        }
        return named(search, scopes, after, limit);
    }

    private Page<FamilyHit> named(FamilySearch search, List<Scope> scopes, long after, int limit) {
        String name = Names.key(search.name());
        if (name.length() < SHORTEST_NAME) {
            return new Page<>(List.of(), null);
        }
        String condition = search.withoutPapers() ? BY_NAME + " and " + WITHOUT_PAPERS : BY_NAME;
        Page<FamilyHit> containing =
                inOrder(condition, Map.of("name", "%" + escaped(name) + "%"), scopes, after, limit);
        boolean forgiving = containing.items().isEmpty() && after == 0 && !search.withoutPapers();
        return forgiving ? alike(name, scopes, limit) : containing;
    }

    private Page<FamilyHit> inOrder(
            String condition, Map<String, Object> values, List<Scope> scopes, long after, int limit) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("after", after);
        all.put("limit", limit + 1);
        List<Row> rows = rows(condition + IN_ORDER, all, scopes);
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(Row::hit).toList(),
                more ? Long.toString(shown.get(limit - 1).person()) : null);
    }

    private Page<FamilyHit> alike(String name, List<Scope> scopes, int limit) {
        jdbc.sql("select set_config('pg_trgm.similarity_threshold', :alike, true)")
                .param("alike", Double.toString(ALIKE))
                .query(String.class)
                .single();
        List<Row> rows = rows(ALIKE_NAME, Map.of("name", name, "limit", limit), scopes);
        return new Page<>(rows.stream().map(Row::hit).toList(), null);
    }

    private List<Row> rows(String condition, Map<String, Object> values, List<Scope> scopes) {
        StringBuilder within = new StringBuilder();
        Map<String, Object> all = new HashMap<>(values);
        for (int i = 0; i < scopes.size(); i++) {
            within.append(i == 0 ? "" : " or ")
                    .append("p.area_code like :scope")
                    .append(i);
            all.put("scope" + i, scopes.get(i).prefix() + "%");
        }
        return jdbc.sql(HITS.formatted(within) + condition)
                .params(all)
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("person_id"),
                new FamilyHit(
                        FamilyRows.ref(row),
                        new AreaCode(row.getString("area_code")),
                        row.getString("full_name"),
                        row.getString("head_name"),
                        row.getString("nik"),
                        row.getInt("members"),
                        FamilyStatus.valueOf(row.getString("status"))));
    }

    // Wildcards that somebody types are letters like others.
    private static String escaped(String name) {
        return name.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private static long after(String text) {
        try {
            return text == null || text.isBlank() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private record Row(long person, FamilyHit hit) {}
}
