package id.siks.register;

import id.siks.area.AreaCode;
import id.siks.register.Duplicate.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for families that are in the register already (glossary 9.2). */
@Component
class Duplicates {

    private static final String CARD = "familyCardNumber";

    private static final String SAME_NUMBER =
            """
            with asked as (select * from unnest(cast(:at as int[]), :fields, :numbers) as t (at, field, number))
            select a.at, a.field, f.id, f.register_id, f.area_code
            from asked a join register.family f on f.status = 'ACTIVE' and f.family_card_number = a.number
            where a.field = 'familyCardNumber'
            union all
            select a.at, a.field, f.id, f.register_id, f.area_code
            from asked a join register.person p on p.nik = a.number and p.active
            join register.family f on f.id = p.family_id
            where a.field <> 'familyCardNumber'
            order by at, field, id
            """;
    // A few of each name do: whoever reads it looks at them one by one.
    private static final String SIMILAR =
            "select m.at, m.field, s.id, s.register_id, s.area_code from " + NamedMembers.TABLE
                    + """
            cross join lateral (
              select f.id, f.register_id, f.area_code
              from register.person p join register.family f on f.id = p.family_id
              where p.birth_date = m.birth and p.active
                and p.area_code ~>=~ m.from_area and p.area_code ~<~ m.past_area
                and p.nik is distinct from m.nik and similarity(p.name_key, m.name_key) >= :alike
              limit 5) s
            order by m.at, m.i, s.id
            """;

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Duplicate> of(FamilyContent content) {
        List<Duplicate> found = new ArrayList<>(sharingNumbers(List.of(content)).get(0));
        Set<Long> known = new HashSet<>();
        found.forEach(d -> known.add(d.family().id()));
        // A family that shares a number is pointed out once, not again for its names.
        similar(List.of(content)).get(0).stream()
                .filter(d -> !known.contains(d.family().id()))
                .forEach(found::add);
        return found;
    }

    /** Those that share a number with each of {@code contents}, in their order: one statement for all. */
    List<List<Duplicate>> sharingNumbers(List<FamilyContent> contents) {
        Asked asked = new Asked();
        List<List<Duplicate>> found = new ArrayList<>();
        for (int at = 0; at < contents.size(); at++) {
            asked.add(at, contents.get(at));
            found.add(new ArrayList<>());
        }
        if (!asked.numbers.isEmpty()) {
            jdbc.sql(SAME_NUMBER)
                    .param("at", asked.at.toArray(String[]::new))
                    .param("fields", asked.fields.toArray(String[]::new))
                    .param("numbers", asked.numbers.toArray(String[]::new))
                    .query(row -> {
                        String field = row.getString("field");
                        Kind kind = CARD.equals(field) ? Kind.SAME_FAMILY_CARD : Kind.SAME_NIK;
                        found.get(row.getInt("at")).add(duplicate(row, kind, field));
                    });
        }
        return found;
    }

    /** Those with a member of a similar name and the same birth date in the regency, in their order: one statement for all. */
    List<List<Duplicate>> similar(List<FamilyContent> contents) {
        List<List<Duplicate>> found = new ArrayList<>();
        contents.forEach(content -> found.add(new ArrayList<>()));
        NamedMembers members = NamedMembers.of(contents);
        if (!members.isEmpty()) {
            members.into(jdbc.sql(SIMILAR)).query(row -> {
                found.get(row.getInt("at")).add(duplicate(row, Kind.SIMILAR_PERSON, row.getString("field")));
            });
        }
        return found;
    }

    private static Duplicate duplicate(ResultSet row, Kind kind, String field) throws SQLException {
        return new Duplicate(kind, field, FamilyRows.ref(row), new AreaCode(row.getString("area_code")));
    }

    private static List<MemberContent> members(FamilyContent content) {
        return content.members() == null ? List.of() : content.members();
    }

    /** The numbers of some families, as the columns of one question. */
    private static final class Asked {

        private final List<String> at = new ArrayList<>();
        private final List<String> fields = new ArrayList<>();
        private final List<String> numbers = new ArrayList<>();

        void add(int family, FamilyContent content) {
            add(family, CARD, content.familyCardNumber());
            List<MemberContent> members = members(content);
            for (int i = 0; i < members.size(); i++) {
                add(family, "members[" + i + "].nik", members.get(i).nik());
            }
        }

        private void add(int family, String field, String number) {
            if (number != null) {
                at.add(Integer.toString(family));
                fields.add(field);
                numbers.add(number);
            }
        }
    }
}
