package id.siks.register;

import id.siks.area.AreaCode;
import id.siks.evidence.CertifiedFamilies;
import id.siks.identity.AccessSubjects;
import id.siks.identity.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says for the access log which family of the register stands behind a code, and under which code a family stands. */
@Component
class SeenFamilies implements AccessSubjects, CertifiedFamilies {

    private static final String PREFIX = "register:";
    private static final Predicate<String> KEY = Pattern.compile("\\d{1,18}").asMatchPredicate();

    private final JdbcClient db;

    SeenFamilies(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> prefixes() {
        return List.of(PREFIX);
    }

    @Override
    public Map<String, Named> names(Collection<String> codes, Collection<String> territories) {
        Map<String, Named> names = new HashMap<>();
        db.sql("select id, head_name, area_code from register.family where id = any(:ids)"
                        + " and area_code like any (:areas)")
                .param("areas", Scope.patterns(territories))
                .param(
                        "ids",
                        codes.stream()
                                .map(c -> c.substring(PREFIX.length()))
                                .filter(KEY)
                                .map(Long::valueOf)
                                .toArray(Long[]::new))
                .query(row -> {
                    names.put(
                            PREFIX + row.getLong("id"),
                            new Named(row.getString("head_name"), new AreaCode(row.getString("area_code"))));
                });
        return names;
    }

    @Override
    public Optional<String> subject(String registerId) {
        return db.sql("select id from register.family where register_id = :number")
                .param("number", registerId)
                .query(Long.class)
                .optional()
                .map(Families::subject);
    }
}
