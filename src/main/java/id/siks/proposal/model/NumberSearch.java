package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Scope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds open cases by the exact number of a person or a family card; every case found is written down. */
@Component
public class NumberSearch {

    private static final String HOLDERS =
            """
            select distinct o.case_ref
            from proposal.open_subject o join proposal.proposal p using (case_ref)
            where o.kind = :kind and o.subject in ('NIK', 'KK') and o.number = :number
              and p.area_code like any (:areas)
            order by o.case_ref""";

    private final JdbcClient db;
    private final AccessLog log;

    NumberSearch(JdbcClient db, AccessLog log) {
        this.db = db;
        this.log = log;
    }

    /** Open cases in the actor's sight that hold {@code number}. */
    public List<CaseRef> of(String number, Actor actor) {
        List<CaseRef> seen = db
                .sql(HOLDERS)
                .param("kind", Proposal.KIND)
                .param("number", number)
                .param("areas", Scope.patternsOf(actor.caseScopes()))
                .query(String.class)
                .list()
                .stream()
                .map(CaseRef::new)
                .toList();
        if (!seen.isEmpty()) {
            List<String> subjects = seen.stream().map(ref -> "casework:" + ref).toList();
            log.record(actor, AccessKind.SEARCH, subjects, "number-search", AccessOutcome.GRANTED);
        }
        return seen;
    }
}
