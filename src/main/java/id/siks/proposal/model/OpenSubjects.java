package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.NamedMembers;
import id.siks.register.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** Somebody without papers: he has no number of his own and is in the table for his name only. */
    private static final String NAME = "NAME";
    // A few of each name do: whoever reads it looks at them one by one.
    private static final String SIMILAR = "select m.at, m.field, s.case_ref, s.area_code from " + NamedMembers.TABLE
            + """
            cross join lateral (
              select o.case_ref, o.area_code from proposal.open_subject o
              where o.kind = :kind and o.birth_date = m.birth
                and o.area_code ~>=~ m.from_area and o.area_code ~<~ m.past_area
                and similarity(o.name_key, m.name_key) >= :alike
                and (o.subject <> 'NIK' or o.number is distinct from m.nik) and o.case_ref <> (cast(:own as text[]))[m.at + 1]
              limit 5) s
            order by m.at, m.i, s.case_ref
            """;

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
                        insert into proposal.open_subject
                          (kind, subject, number, case_ref, area_code, birth_date, name_key)
                        select :kind, s, n, r, a, b, k
                        from unnest(:subjects, :numbers, :refs, :areas, cast(:births as date[]), :names)
                          as t(s, n, r, a, b, k)
                        on conflict do nothing""")
                .param("kind", Proposal.KIND)
                .param("subjects", rows.subjects.toArray(String[]::new))
                .param("numbers", rows.numbers.toArray(String[]::new))
                .param("refs", rows.refs.toArray(String[]::new))
                .param("areas", rows.areas.toArray(String[]::new))
                .param("births", rows.births.toArray(String[]::new))
                .param("names", rows.names.toArray(String[]::new))
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

    /**
     * Open cases of the regency with somebody of a similar name and the same birth date, but another number or none: one
     * statement for all families. In the order of {@code families}, each by the case it is itself, or null.
     */
    List<List<Alike>> similar(List<FamilyContent> families, List<CaseRef> own) {
        List<List<Alike>> found = new ArrayList<>();
        families.forEach(family -> found.add(new ArrayList<>()));
        NamedMembers members = NamedMembers.of(families);
        if (!members.isEmpty()) {
            members.into(db.sql(SIMILAR))
                    .param("kind", Proposal.KIND)
                    .param(
                            "own",
                            own.stream()
                                    .map(ref -> ref == null ? NOBODY : ref.value())
                                    .toArray(String[]::new))
                    .query(row -> {
                        found.get(row.getInt("at"))
                                .add(new Alike(
                                        row.getString("field"),
                                        new CaseRef(row.getString("case_ref")),
                                        new AreaCode(row.getString("area_code"))));
                    });
        }
        return found;
    }

    /** Gives all numbers of these cases free. */
    void release(Collection<CaseRef> refs) {
        db.sql("delete from proposal.open_subject where case_ref = any(:refs)")
                .param("refs", CaseRef.values(refs))
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

    /**
     * Somebody in an open case who may be one of the family.
     *
     * @param field the entered field of the family he is alike to
     */
    record Alike(String field, CaseRef holder, AreaCode village) {}

    private static final class Rows {

        private final List<String> subjects = new ArrayList<>();
        private final List<String> numbers = new ArrayList<>();
        private final List<String> refs = new ArrayList<>();

        private final List<String> areas = new ArrayList<>();
        private final List<String> births = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        void add(CaseRef ref, FamilyContent content) {
            if (content.familyCardNumber() != null) {
                add(CARD, content.familyCardNumber(), ref, content, null);
            }
            List<MemberContent> members = content.members() == null ? List.of() : content.members();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < members.size(); i++) {
                MemberContent member = members.get(i);
                if (member.nik() == null) {
                    addWithoutPapers(ref, content, i);
                } else if (seen.add(member.nik())) {
                    add(NIK, member.nik(), ref, content, member);
                }
            }
        }

        private void addWithoutPapers(CaseRef ref, FamilyContent content, int member) {
            if (ref != null) {
                add(
                        NAME,
                        ref.value() + "#" + member,
                        ref,
                        content,
                        content.members().get(member));
            }
        }

        private void add(String subject, String number, CaseRef ref, FamilyContent content, MemberContent member) {
            boolean named = member != null && member.fullName() != null && member.birthDate() != null;
            subjects.add(subject);
            numbers.add(number);
            refs.add(ref == null ? NOBODY : ref.value());
            areas.add(content.village().value());
            births.add(named ? member.birthDate().toString() : null);
            names.add(named ? Names.key(member.fullName()) : null);
        }
    }
}
