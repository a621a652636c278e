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

    private static final String SAME_CARD =
            """
            select id, register_id, area_code from register.family
            where status = 'ACTIVE' and family_card_number = :number
            """;
    private static final String SAME_NIK =
            """
            select m.i, f.id, f.register_id, f.area_code
            from unnest(:niks) with ordinality as m (nik, i)
            join register.person p on p.nik = m.nik and p.active join register.family f on f.id = p.family_id
            order by m.i
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
        List<Duplicate> found = new ArrayList<>();
        if (content.familyCardNumber() != null) {
            found.addAll(jdbc.sql(SAME_CARD)
                    .param("number", content.familyCardNumber())
                    .query((row, n) -> duplicate(row, Kind.SAME_FAMILY_CARD, "familyCardNumber"))
                    .list());
        }
        List<MemberContent> members = content.members() == null ? List.of() : content.members();
        found.addAll(sameNik(members));
        if (content.village() != null) {
            Set<Long> known = new HashSet<>();
            found.forEach(d -> known.add(d.family().id()));
            // A family that shares a number is pointed out once, not again for its names.
            similar(members, content.village()).stream()
                    .filter(d -> !known.contains(d.family().id()))
                    .forEach(found::add);
        }
        return found;
    }

    private List<Duplicate> sameNik(List<MemberContent> members) {
        return jdbc.sql(SAME_NIK)
                .param("niks", members.stream().map(MemberContent::nik).toArray(String[]::new))
                .query((row, n) -> duplicate(row, Kind.SAME_NIK, "members[" + (row.getInt("i") - 1) + "].nik"))
                .list();
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
}
