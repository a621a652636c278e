package id.siks.register;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.register.Duplicate.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for families that are in the register already (glossary 9.2). */
@Component
class Duplicates {

    /** How alike two names of one birthday must be to be pointed out; 1 is equal. */
    private static final double ALIKE = 0.5;

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
    private static final String SIMILAR =
            """
            select m.i, f.id, f.register_id, f.area_code
            from unnest(:names, cast(:births as date[]), :niks) with ordinality as m (name_key, birth, nik, i)
            join register.person p on p.birth_date = m.birth and p.active and p.area_code like :regency
              and p.nik is distinct from m.nik and similarity(p.name_key, m.name_key) >= :alike
            join register.family f on f.id = p.family_id
            order by m.i, f.id limit 50
            """;

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Duplicate> of(FamilyContent content) {
        List<Duplicate> found = new ArrayList<>(sharingNumbers(List.of(content)).get(0));
        if (content.village() != null) {
            Set<Long> known = new HashSet<>();
            found.forEach(d -> known.add(d.family().id()));
            // A family that shares a number is pointed out once, not again for its names.
            similar(members(content), content.village()).stream()
                    .filter(d -> !known.contains(d.family().id()))
                    .forEach(found::add);
        }
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

    private List<Duplicate> similar(List<MemberContent> members, AreaCode village) {
        int[] named = IntStream.range(0, members.size())
                .filter(i -> members.get(i).fullName() != null && members.get(i).birthDate() != null)
                .toArray();
        if (named.length == 0) {
            return List.of();
        }
        return jdbc.sql(SIMILAR)
                .param("names", texts(named, i -> Names.key(members.get(i).fullName())))
                .param("births", texts(named, i -> members.get(i).birthDate().toString()))
                .param("niks", texts(named, i -> members.get(i).nik()))
                .param("regency", village.at(AreaLevel.REGENCY).value() + "%")
                .param("alike", ALIKE)
                .query((row, n) ->
                        duplicate(row, Kind.SIMILAR_PERSON, "members[" + named[row.getInt("i") - 1] + "].fullName"))
                .list();
    }

    private static String[] texts(int[] indexes, java.util.function.IntFunction<String> text) {
        return IntStream.of(indexes).mapToObj(text).toArray(String[]::new);
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
