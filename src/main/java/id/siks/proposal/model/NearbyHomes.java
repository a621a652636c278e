package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.proposal.model.SamePlace.Home;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Homes that may stand at the same point as one of those asked about. However large their villages, few are read. */
@Repository
class NearbyHomes {

    private static final Set<CaseStatus> OUTSIDE_ANY_LIST = Set.of(
            CaseStatus.DRAFT,
            CaseStatus.DECLINED_BY_MEETING,
            CaseStatus.REJECTED_BY_REGENCY,
            CaseStatus.REJECTED_BY_MINISTRY,
            CaseStatus.CANCELLED);

    /** Each home finds its neighbours in the order of their latitudes, which an index has by village. */
    static final String AROUND =
            """
            with asked as (
              select area_code, latitude, longitude from proposal.proposal where case_ref = any (:refs)),
            searched as materialized (
              select village.area_code, asked.latitude, asked.longitude
              from asked cross join (select distinct area_code from asked) village)
            select distinct near.case_ref, near.latitude, near.longitude
            from searched cross join lateral (
              select case_ref, latitude, longitude from proposal.proposal
              where area_code = searched.area_code
                and latitude between searched.latitude - :reach and searched.latitude + :reach
                and status <> all (:outside)) near
            where abs(near.longitude - searched.longitude) <= :reach""";

    private final JdbcClient db;

    NearbyHomes(JdbcClient db) {
        this.db = db;
    }

    /**
     * These homes and those around them, of every case in the villages of these that goes on or is determined; a little
     * further than {@link SamePlace} looks.
     */
    List<Home> around(Collection<CaseRef> refs) {
        return db.sql(AROUND)
                .param("refs", CaseRef.values(refs))
                .param("reach", BigDecimal.valueOf(SamePlace.REACH))
                .param("outside", OUTSIDE_ANY_LIST.stream().map(Enum::name).toArray(String[]::new))
                .query((row, n) -> new Home(
                        new CaseRef(row.getString("case_ref")), row.getDouble("latitude"), row.getDouble("longitude")))
                .list();
    }
}
