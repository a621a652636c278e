package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds open cases by the exact number of a person or a family card; every case found is written down. */
@Component
public class NumberSearch {

    private static final String HOLDERS =
            """
            select distinct o.case_ref, p.area_code
            from proposal.open_subject o join proposal.proposal p using (case_ref)
            where o.kind = :kind and o.subject in ('NIK', 'KK') and o.number = :number order by o.case_ref""";

    private final JdbcClient db;
    private final Jurisdiction jurisdiction;
    private final AccessLog log;

    NumberSearch(JdbcClient db, Jurisdiction jurisdiction, AccessLog log) {
        this.db = db;
        this.jurisdiction = jurisdiction;
        this.log = log;
    }

    /** Open cases in the actor's sight that hold {@code number}. */
    public List<CaseRef> of(String number, Actor actor) {
        List<CaseRef> seen = db
                .sql(HOLDERS)
                .param("kind", Proposal.KIND)
                .param("number", number)
                .query((row, n) -> new Holder(row.getString("case_ref"), new AreaCode(row.getString("area_code"))))
                .list()
                .stream()
                .filter(holder -> jurisdiction.sees(actor, holder.village()))
                .map(holder -> new CaseRef(holder.ref()))
                .toList();
        if (!seen.isEmpty()) {
            List<String> subjects = seen.stream().map(ref -> "casework:" + ref).toList();
            log.record(actor, AccessKind.SEARCH, subjects, "number-search", AccessOutcome.GRANTED);
        }
        return seen;
    }

    private record Holder(String ref, AreaCode village) {}
}
