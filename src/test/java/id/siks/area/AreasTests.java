package id.siks.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.platform.NotFound;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class AreasTests {

    private static final AreaCode LAMPUNG_BARAT = new AreaCode("1804");

    @Autowired
    Areas areas;

    @Autowired
    JdbcClient db;

    @Autowired
    Flyway flyway;

    @Test
    void every_area_of_indonesia_is_there() {
        Map<Integer, Long> counts = new TreeMap<>();
        db.sql("select length(area_code) as digits, count(*) as areas from area.area group by 1")
                .query(row -> {
                    counts.put(row.getInt("digits"), row.getLong("areas"));
                });

        assertThat(counts).isEqualTo(Map.of(2, 38L, 4, 514L, 6, 7_285L, 10, 83_762L));
    }

    @Test
    void no_area_lacks_the_one_above_it() {
        long orphans = db.sql(
                        """
                        select count(*) from area.area a
                        where length(area_code) > 2 and not exists (
                            select 1 from area.area p
                            where p.area_code = left(a.area_code, case length(a.area_code) when 10 then 6 else length(a.area_code) - 2 end))""")
                .query(Long.class)
                .single();

        assertThat(orphans).isZero();
    }

    @Test
    void the_sample_regency_has_its_districts_and_villages() {
        assertThat(areas.get(LAMPUNG_BARAT).name()).isEqualTo("Kabupaten Lampung Barat");
        List<Area> districts = areas.children(LAMPUNG_BARAT);
        assertThat(districts).hasSize(15);
        assertThat(districts.stream()
                        .mapToInt(d -> areas.children(d.code()).size())
                        .sum())
                .isEqualTo(136);
    }

    @Test
    void the_villages_of_several_regencies_come_by_code() {
        List<Area> villages = areas.villages(List.of(LAMPUNG_BARAT, new AreaCode("1101")));

        assertThat(villages)
                .extracting(Area::code)
                .isSorted()
                .allMatch(code -> code.level() == AreaLevel.VILLAGE)
                .filteredOn(code -> code.isWithin(LAMPUNG_BARAT))
                .hasSize(136);
        assertThat(villages.get(0).code().isWithin(new AreaCode("1101"))).isTrue();
        assertThat(areas.villages(List.of(new AreaCode("1101"), LAMPUNG_BARAT)))
                .as("asked again")
                .isEqualTo(villages);
        assertThat(areas.villages(List.of())).isEmpty();
    }

    @Test
    void the_areas_are_not_looked_through_for_each_regency() {
        String[] regencies = db.sql("select area_code from area.area where length(area_code) = 4")
                .query(String.class)
                .list()
                .toArray(String[]::new);

        assertThat(regencies).hasSizeGreaterThan(500);
        assertThat(db.sql("explain " + AreaTable.VILLAGES)
                        .param("regencies", regencies)
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.contains("Index Scan using area_pkey"))
                .noneMatch(line -> line.contains("Seq Scan on area"));
    }

    @Test
    void a_path_goes_up_to_the_regency() {
        Area village = areas.search("padang cahya", AreaLevel.VILLAGE, LAMPUNG_BARAT, 1)
                .get(0);

        assertThat(areas.path(village.code())).isEqualTo("Padang Cahya, Balik Bukit, Kabupaten Lampung Barat");
        assertThat(areas.path(new AreaCode("18"))).isEqualTo("Lampung");
    }

    @ParameterizedTest
    @CsvSource({
        "18, Asia/Jakarta",
        "62, Asia/Jakarta",
        "5171, Asia/Makassar",
        "64, Asia/Makassar",
        "9471, Asia/Jayapura"
    })
    void each_area_lives_by_its_own_clock(String code, String zone) {
        assertThat(areas.zoneOf(new AreaCode(code))).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void an_unknown_area_is_not_found() {
        AreaCode unknown = new AreaCode("9999999999");

        assertThat(areas.find(unknown)).isEmpty();
        assertThatThrownBy(() -> areas.path(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> areas.zoneOf(unknown)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "LAMPUNG BARAT, Kabupaten Lampung Barat",
        "lámpung  bar, Kabupaten Lampung Barat",
        "18.04, Kabupaten Lampung Barat",
        "1804, Kabupaten Lampung Barat",
        "lampng barat, Kabupaten Lampung Barat"
    })
    void search_takes_names_and_codes_as_people_type_them(String typed, String found) {
        assertThat(areas.search(typed, AreaLevel.REGENCY, null, 5))
                .extracting(Area::name)
                .first()
                .isEqualTo(found);
    }

    @Test
    void apostrophes_do_not_matter() {
        assertThat(areas.search("pamolaan", null, null, 5))
                .extracting(Area::name)
                .contains("Pamola\"an");
    }

    @Test
    void search_stays_within_the_area_that_is_asked() {
        assertThat(areas.search("su", null, LAMPUNG_BARAT, 100)).isNotEmpty().allMatch(area -> area.code()
                .isWithin(LAMPUNG_BARAT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "%", "_", "'; drop table area.area", "\u0000", "99.99"})
    void what_is_no_name_finds_nothing(String typed) {
        assertThat(areas.search(typed, null, null, 10)).isEmpty();
    }

    @Test
    void another_start_changes_nothing() {
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }
}
