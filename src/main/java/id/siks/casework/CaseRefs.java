package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.platform.BusinessTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out case numbers; a number is never given twice, some are never used. */
@Component
public class CaseRefs {

    private static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private final BusinessTime time;
    private long next;
    private long end;

    CaseRefs(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * The next number, for example {@code USL-1804-26-000123}.
     *
     * @param prefix three capital letters that tell the kind: {@code USL} a proposal
     * @param area where the case belongs; its regency becomes part of the number (its province, when it has no regency)
     */
    public CaseRef next(String prefix, AreaCode area) {
        String place = area.level() == AreaLevel.PROVINCE
                ? area.value()
                : area.at(AreaLevel.REGENCY).value();
        int year = time.today(ZoneOffset.UTC).getYear() % 100;
        return new CaseRef("%s-%s-%02d-%06d".formatted(prefix, place, year, number()));
    }

    private synchronized long number() {
        if (next == end) {
            next = jdbc.sql("select nextval('casework.case_number_seq')")
                    .query(Long.class)
                    .single();
            end = next + BLOCK;
        }
        return next++;
    }
}
