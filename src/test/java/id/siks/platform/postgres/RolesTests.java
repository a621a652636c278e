package id.siks.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requirement 30 and 23: what the application's role cannot do, whatever the application is talked into. */
@EngineTest
class RolesTests {

    private static final String APPEND_ONLY =
            """
            select c.oid::regclass::text from pg_class c
            where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') like 'append-only%'""";

    @Autowired
    JdbcTemplate application;

    @Test
    void the_application_owns_nothing() {
        assertThat(application.queryForObject("select current_user::text", String.class))
                .isEqualTo("siks_app");
        assertThat(application.queryForObject(
                        "select count(*) from pg_class where pg_get_userbyid(relowner) = current_user", Long.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table public.own (a int)",
                "create table area.own (a int)",
                "create schema own",
                "create role own",
                "create extension hstore",
                "alter table area.area add column own text",
                "drop table area.area",
                "truncate area.area",
                "create index own on area.area (name)",
                "drop schema area cascade",
                "alter table identity.access_log disable trigger all",
                "comment on table identity.access_log is 'free'",
                "delete from public.flyway_schema_history"
            })
    void the_application_changes_no_structure(String sql) {
        assertThatThrownBy(() -> application.execute(sql)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_is_append_only_is_neither_changed_nor_removed() {
        List<String> tables = application.queryForList(APPEND_ONLY, String.class);

        assertThat(tables).contains("identity.access_log", "casework.case_event");
        for (String table : tables) {
            String column = application.queryForObject(
                    """
                    select attname from pg_attribute
                    where attrelid = cast(? as regclass) and attnum > 0 and attidentity = '' and attgenerated = ''
                    order by attnum limit 1""",
                    String.class,
                    table);
            for (String sql : List.of(
                    "update " + table + " set " + column + " = " + column,
                    "delete from " + table,
                    "truncate " + table)) {
                assertThatThrownBy(() -> application.execute(sql))
                        .as(sql)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void every_table_and_sequence_of_ours_can_be_used() {
        List<String> shut = application.queryForList(
                """
                select c.oid::regclass::text
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                  and (c.relkind in ('r', 'p') and not has_table_privilege(c.oid, 'select')
                       or c.relkind = 'S' and not has_sequence_privilege(c.oid, 'usage'))""",
                String.class);

        assertThat(shut).isEmpty();
    }
}
