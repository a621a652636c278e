package id.siks.area;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Brings in the areas that the build laid on the class path, at the first start and again whenever the files change.
 * Areas that newer files no longer name stay: cases may speak of them.
 */
@Component
@SuppressWarnings("checkstyle:TypeName") // The migration tool reads kind and description from the name.
class R__area_names extends BaseJavaMigration {

    private static final List<String> FILES = List.of("provinces", "regencies", "districts", "villages");

    // Raised when the way names are taken in changes, so that every database takes them in again.
    private static final int EDITION = 2;

    private static final String TAKE_IN =
            """
            insert into area.area as known (area_code, name, search_name)
            select code, name, area.comparable(name)
            from (select replace(code, '.', '') as code,
                         case when name = lower(name) then initcap(name) else name end as name
                  from incoming_area) as incoming
            on conflict (area_code) do update set name = excluded.name, search_name = excluded.search_name
            where (known.name, known.search_name) is distinct from (excluded.name, excluded.search_name)""";

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table incoming_area (code text, parent text, name text) on commit drop");
            for (String file : FILES) {
                copy(connection, file);
            }
            statement.execute(TAKE_IN);
            statement.execute("drop table incoming_area");
            // New entries wait in a list that every search would read through; they move to their place now.
            statement.execute("select gin_clean_pending_list('area.area_search_part')");
            statement.execute("analyze area.area");
        }
    }

    private static void copy(Connection connection, String file) throws SQLException, IOException {
        String columns = file.equals("provinces") ? "code, name" : "code, parent, name";
        String copy = "copy incoming_area (" + columns + ") from stdin with (format csv, header)";
        try (InputStream rows = open(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
        }
    }

    @Override
    public Integer getChecksum() {
        CRC32 sum = new CRC32();
        sum.update(EDITION);
        for (String file : FILES) {
            try (InputStream rows = new CheckedInputStream(open(file), sum)) {
                rows.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new IllegalStateException("The area names cannot be read: build the front end first", e);
            }
        }
        return (int) sum.getValue();
    }

    private static InputStream open(String file) throws IOException {
        return new ClassPathResource("area/" + file + ".csv").getInputStream();
    }
}
