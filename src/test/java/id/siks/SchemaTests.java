package id.siks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables are those the signs on the doors name, each in its room's schema. That the entities fit them Hibernate
 * checks when the context of these tests starts.
 */
@EngineTest
class SchemaTests {

    private static final Path ROOMS = Path.of("src/main/java/id/siks");
    private static final Pattern OWNS = Pattern.compile("<b>Owns</b> schema \\{@code ([a-z]+)}: ([^<]*?)\\.(?: |$)");

    @Autowired
    JdbcTemplate db;

    @Test
    void every_room_has_the_tables_its_sign_names() throws IOException {
        assertThat(tables()).isEqualTo(signs());
    }

    @Test
    void no_key_leads_from_one_room_into_another_but_to_the_areas() {
        assertThat(db.queryForList(
                        """
                        select conrelid::regclass || ' -> ' || confrelid::regclass
                        from pg_constraint k
                        join pg_class f on f.oid = k.conrelid
                        join pg_class t on t.oid = k.confrelid
                        where contype = 'f' and f.relnamespace <> t.relnamespace
                          and k.confrelid <> 'area.area'::regclass""",
                        String.class))
                .isEmpty();
    }

    @Test
    void a_sign_that_names_a_table_too_many_is_noticed() {
        Map<String, Set<String>> signs = new TreeMap<>();
        read(" * <b>Owns</b> schema {@code area}: area, succession. <b>Asks</b> nobody.", signs);

        assertThat(signs).isEqualTo(Map.of("area", Set.of("area", "succession")));
        assertThat(tables().get("area")).isNotEqualTo(signs.get("area"));
    }

    private Map<String, Set<String>> tables() {
        Map<String, Set<String>> tables = new TreeMap<>();
        db.query(
                """
                select table_schema, table_name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                  and not (table_schema = 'public'
                           and (table_name like 'act\\_%' or table_name = 'flyway_schema_history'))""",
                row -> {
                    tables.computeIfAbsent(row.getString(1), schema -> new TreeSet<>())
                            .add(row.getString(2));
                });
        return tables;
    }

    private static Map<String, Set<String>> signs() throws IOException {
        Map<String, Set<String>> signs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOMS, 2)) {
            for (Path sign : files.filter(f -> f.endsWith("package-info.java")).toList()) {
                read(Files.readString(sign), signs);
            }
        }
        return signs;
    }

    private static void read(String sign, Map<String, Set<String>> signs) {
        Matcher owns = OWNS.matcher(sign.replaceAll("\\s*\\R \\* ?", " "));
        if (owns.find() && !owns.group(2).startsWith("nothing")) {
            signs.put(owns.group(1), new TreeSet<>(Arrays.asList(owns.group(2).split(",\\s*"))));
        }
    }
}
