package id.siks.finalization;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A period of Bandar Lampung, far ahead so that no timer fires, whose sealed list waits for the office head, and a case of
 * it: for people from elsewhere to knock at.
 */
@Component
class PeriodDoors implements DoorSample {

    private static final AreaCode REGENCY = new AreaCode("1871");

    private static final String[] SEALED = {
        "update finalization.period set state = 'REGENCY_CLOSED' where case_ref = :period",
        """
        update finalization.batch b set sha256 = repeat('0', 64), sealed_at = now()
        from finalization.period p where p.period_id = b.period_id and p.case_ref = :period""",
        """
        insert into finalization.batch_item
          (batch_id, case_ref, village_code, state, joined_at, line_sha256, listed, changed_at)
        select b.batch_id, :member, :village, 'SEALED', now(), repeat('0', 64), true, now()
        from finalization.batch b join finalization.period p using (period_id) where p.case_ref = :period"""
    };

    private final Periods periods;
    private final RehearsedMembers members;
    private final Areas areas;
    private final JdbcClient db;

    PeriodDoors(@Lazy Periods periods, @Lazy RehearsedMembers members, Areas areas, JdbcClient db) {
        this.periods = periods;
        this.members = members;
        this.areas = areas;
        this.db = db;
    }

    @Override
    public List<String> doors() {
        return List.of("/finalization/{ref}", "/finalization/calendar/{regency}");
    }

    @Override
    public String regency() {
        return REGENCY.value();
    }

    /** Each time another case of the same list: whoever may, takes it out. */
    @Override
    public Map<String, String> existing() {
        String period = periods.plan(REGENCY, YearMonth.of(2031, 1)).ref().value();
        AreaCode village = village();
        CaseRef member = members.ready(village, 1).get(0);
        for (String statement : SEALED) {
            db.sql(statement)
                    .param("period", period)
                    .param("member", member.value())
                    .param("village", village.value())
                    .update();
        }
        return Map.of("ref", period, "member", member.value(), "regency", REGENCY.value());
    }

    @Override
    public Map<String, String> parameters() {
        return Map.ofEntries(
                Map.entry("key", UUID.randomUUID().toString()),
                Map.entry("version", "0"),
                Map.entry("milestone", Milestone.VILLAGE_CUTOFF.name()),
                Map.entry("at", "2031-01-20T12:00"),
                Map.entry("sentence", "Alasan uji pintu"),
                Map.entry("purpose", "Alasan uji pintu"),
                Map.entry("calendar", "DTKS_MONTHLY"),
                Map.entry("cadence", Cadence.MONTHLY.name()),
                Map.entry("seen", "0"),
                Map.entry("village", village().value()),
                Map.entry("reasonCode", "OTHER"),
                Map.entry("reasonText", "Alasan uji pintu"));
    }

    private AreaCode village() {
        return areas.children(areas.children(REGENCY).get(0).code()).get(0).code();
    }
}
