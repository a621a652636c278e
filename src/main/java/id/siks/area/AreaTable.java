package id.siks.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the areas. Every text that reaches it has passed {@link SearchText}: no wildcard is left in it. */
@Repository
class AreaTable {

    private static final String COLUMNS = "select area_code, name from area.area ";

    // Each regency is looked up in the index: as one join, all areas would be looked through for each of them.
    static final String VILLAGES =
            """
            select found.area_code, found.name from unnest(:regencies) as regency
              cross join lateral (
                select area_code, name from area.area
                where area_code between regency || '000000' and regency || '999999' order by area_code offset 0) as found
            where length(found.area_code) = 10 order by found.area_code""";

    private final JdbcClient db;

    AreaTable(JdbcClient db) {
        this.db = db;
    }

    Area find(AreaCode code) {
        return db.sql(COLUMNS + "where area_code = :code")
                .param("code", code.value())
                .query(AreaTable::area)
                .optional()
                .orElse(null);
    }

    List<Area> provinces() {
        return below("", AreaLevel.PROVINCE);
    }

    List<Area> children(AreaCode parent) {
        return parent.level() == AreaLevel.VILLAGE
                ? List.of()
                : below(parent.value(), AreaLevel.values()[parent.level().ordinal() + 1]);
    }

    List<Area> villages(Collection<AreaCode> regencies) {
        return db.sql(VILLAGES)
                .param("regencies", regencies.stream().map(AreaCode::value).toArray(String[]::new))
                .query(AreaTable::area)
                .list();
    }

    private List<Area> below(String prefix, AreaLevel level) {
        return db.sql(COLUMNS
                        + "where area_code like :prefix || '%' and length(area_code) = :digits order by area_code")
                .param("prefix", prefix)
                .param("digits", level.digits())
                .query(AreaTable::area)
                .list();
    }

    List<Area> search(String text, AreaLevel level, AreaCode within, int limit) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.chars().allMatch(Character::isDigit)) {
            return query("area_code like :text || '%'", "area_code", text, level, within, limit);
        }
        if (text.length() < 3) {
            return query(
                    "search_name like :text || '%'", "length(area_code), name, area_code", text, level, within, limit);
        }
        List<Area> hits = query("search_name like '%' || :text || '%'", BEST_FIRST, text, level, within, limit);
        return hits.isEmpty()
                ? query(
                        ":text <% search_name",
                        "word_similarity(:text, search_name) desc, " + BEST_FIRST, text, level, within, limit)
                : hits;
    }

    // The whole name, then a name or a word of it that starts so, then the rest; the bigger area before the smaller.
    private static final String BEST_FIRST =
            """
            search_name <> :text, search_name not like :text || '%', search_name not like '% ' || :text || '%',
            length(area_code), name, area_code""";

    private List<Area> query(String condition, String order, String text, AreaLevel level, AreaCode within, int limit) {
        return db.sql(COLUMNS + "where " + condition
                        + " and area_code like :within || '%' and (:digits = 0 or length(area_code) = :digits) order by "
                        + order + " limit :limit")
                .param("text", text)
                .param("within", within == null ? "" : within.value())
                .param("digits", level == null ? 0 : level.digits())
                .param("limit", limit)
                .query(AreaTable::area)
                .list();
    }

    private static Area area(ResultSet row, int number) throws SQLException {
        return new Area(new AreaCode(row.getString("area_code")), row.getString("name"));
    }
}
