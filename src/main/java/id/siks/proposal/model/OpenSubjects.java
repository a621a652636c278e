package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Guards one open case per person and per family card. The table's key decides, not a look beforehand: two who submit at
 * the same moment cannot both win.
 */
@Component
class OpenSubjects {

    private static final String NIK = "NIK";
    private static final String NOBODY = "";
    private static final String CARD = "KK";

    private final JdbcClient db;

    OpenSubjects(JdbcClient db) {
        this.db = db;
    }

    /** Takes the family's numbers for its case; those that another open case holds are told. */
    List<Held> take(CaseRef ref, FamilyContent content) {
        return takeAll(Map.of(ref, content));
    }

    /** The same for many families with one statement; of two alike the one that was first in the map wins. */
    List<Held> takeAll(Map<CaseRef, FamilyContent> families) {
        Rows rows = new Rows();
        families.forEach(rows::add);
        if (rows.refs.isEmpty()) {
            return List.of();
        }
        int taken = db.sql(
                        """
                        insert into proposal.open_subject (kind, subject, number, case_ref)
                        select :kind, s, n, r from unnest(:subjects, :numbers, :refs) as t(s, n, r)
                        on conflict do nothing""")
                .param("kind", Proposal.KIND)
                .param("subjects", rows.subjects.toArray(String[]::new))
                .param("numbers", rows.numbers.toArray(String[]::new))
                .param("refs", rows.refs.toArray(String[]::new))
                .update();
        return taken == rows.refs.size() ? List.of() : heldByOthers(rows);
    }

    /** Numbers of this content that other open cases hold; {@code own} may be null. */
    List<Held> holders(FamilyContent content, CaseRef own) {
        Rows rows = new Rows();
        rows.add(own, content);
        return rows.refs.isEmpty() ? List.of() : heldByOthers(rows);
    }

    /** The same for many families with one statement, each looked at as its own case. */
    List<Held> holders(Map<CaseRef, FamilyContent> families) {
        Rows rows = new Rows();
        families.forEach(rows::add);
        return rows.refs.isEmpty() ? List.of() : heldByOthers(rows);
    }

    /** Gives all numbers of these cases free. */
    void release(Collection<CaseRef> refs) {
        db.sql("delete from proposal.open_subject where case_ref = any(:refs)")
                .param("refs", refs.stream().map(CaseRef::value).toArray(String[]::new))
                .update();
    }

    /** The open case a person is in, by his number. */
    List<CaseRef> casesOf(String nik) {
        return db
                .sql(
                        "select case_ref from proposal.open_subject where kind = :kind and subject = 'NIK' and number = :nik")
                .param("kind", Proposal.KIND)
                .param("nik", nik)
                .query(String.class)
                .list()
                .stream()
                .map(CaseRef::new)
                .toList();
    }

    private List<Held> heldByOthers(Rows rows) {
        return db.sql(
                        """
                        select t.s, t.n, t.r as wanted_by, o.case_ref, p.area_code
                        from unnest(:subjects, :numbers, :refs) as t(s, n, r)
                        join proposal.open_subject o on o.kind = :kind and o.subject = t.s and o.number = t.n
                        left join proposal.proposal p on p.case_ref = o.case_ref
                        where o.case_ref <> t.r""")
                .param("kind", Proposal.KIND)
                .param("subjects", rows.subjects.toArray(String[]::new))
                .param("numbers", rows.numbers.toArray(String[]::new))
                .param("refs", rows.refs.toArray(String[]::new))
                .query((row, n) -> new Held(
                        caseRef(row.getString("wanted_by")),
                        CARD.equals(row.getString("s")),
                        row.getString("n"),
                        new CaseRef(row.getString("case_ref")),
                        row.getString("area_code")))
                .list();
    }

    private static CaseRef caseRef(String value) {
        return NOBODY.equals(value) ? null : new CaseRef(value);
    }

    /**
     * A number another case holds.
     *
     * @param wantedBy the case that wants it; null when the family is only looked at
     * @param card true for a family card, false for a NIK
     * @param holder the open case that has it
     * @param areaCode village of the holder; null when it was taken in this very transaction
     */
    record Held(CaseRef wantedBy, boolean card, String number, CaseRef holder, String areaCode) {

        /** The field of {@code content} the number stands in. */
        String field(FamilyContent content) {
            if (card) {
                return "familyCardNumber";
            }
            for (int i = 0; i < content.members().size(); i++) {
                if (number.equals(content.members().get(i).nik())) {
                    return "members[" + i + "].nik";
                }
            }
            return "members";
        }
    }

    private static final class Rows {

        private final List<String> subjects = new ArrayList<>();
        private final List<String> numbers = new ArrayList<>();
        private final List<String> refs = new ArrayList<>();

        void add(CaseRef ref, FamilyContent content) {
            if (content.familyCardNumber() != null) {
                add(CARD, content.familyCardNumber(), ref);
            }
            List<MemberContent> members = content.members() == null ? List.of() : content.members();
            members.stream()
                    .map(MemberContent::nik)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(nik -> add(NIK, nik, ref));
        }

        private void add(String subject, String number, CaseRef ref) {
            subjects.add(subject);
            numbers.add(number);
            refs.add(ref == null ? NOBODY : ref.value());
        }
    }
}
