package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.proposal.Surroundings;
import id.siks.register.Place;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dwellings around a proposal. Nobody learns a single point outside the village: of the country around only the middle. */
@Repository
class SurroundingRows {

    private static final int POINTS = 50;
    private static final int ENOUGH_FOR_A_MIDDLE = 200;

    /** As many as are shown and no more are read, however large the village: an index has them in this order. */
    static final String LATEST_OF_VILLAGE =
            """
            select latitude, longitude from proposal.proposal
            where area_code = :village and case_ref <> :ref and longitude is not null and latitude is not null
            order by id desc limit :limit""";

    private final JdbcClient db;

    SurroundingRows(JdbcClient db) {
        this.db = db;
    }

    Surroundings of(CaseRef ref, AreaCode village) {
        List<Place> points = points(ref, village);
        return points.isEmpty()
                ? middle(village.at(AreaLevel.DISTRICT))
                        .or(() -> middle(village.at(AreaLevel.REGENCY)))
                        .orElse(new Surroundings(List.of(), null, null))
                : new Surroundings(points, null, null);
    }

    /** Some homes of an area beside that of {@code ref}: of a village the latest, of a larger area any. */
    List<Place> homes(CaseRef ref, AreaCode area) {
        return area.level() == AreaLevel.VILLAGE ? points(ref, area) : anywhereIn(ref, area);
    }

    private List<Place> anywhereIn(CaseRef ref, AreaCode area) {
        return db.sql(
                        """
                        select latitude, longitude from proposal.proposal
                        where area_code like :area || '%' and case_ref <> :ref
                          and latitude is not null and longitude is not null
                        limit :limit""")
                .param("area", area.value())
                .param("ref", ref.value())
                .param("limit", ENOUGH_FOR_A_MIDDLE)
                .query((row, n) -> new Place(row.getBigDecimal("latitude"), row.getBigDecimal("longitude"), null, null))
                .list();
    }

    private List<Place> points(CaseRef ref, AreaCode village) {
        return db.sql(LATEST_OF_VILLAGE)
                .param("village", village.value())
                .param("ref", ref.value())
                .param("limit", POINTS)
                .query((row, n) -> new Place(row.getBigDecimal("latitude"), row.getBigDecimal("longitude"), null, null))
                .list();
    }

    private Optional<Surroundings> middle(AreaCode area) {
        return db.sql(
                        """
                        select round(avg(latitude), 2) as latitude, round(avg(longitude), 2) as longitude
                        from (select latitude, longitude from proposal.proposal
                              where area_code like :area || '%' and longitude is not null and latitude is not null
                              limit :limit) as near
                        having count(*) > 0""")
                .param("area", area.value())
                .param("limit", ENOUGH_FOR_A_MIDDLE)
                .query((row, n) ->
                        new Surroundings(List.of(), row.getBigDecimal("latitude"), row.getBigDecimal("longitude")))
                .optional();
    }
}
