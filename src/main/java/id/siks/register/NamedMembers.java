package id.siks.register;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The members of some families by whom look-alikes are searched, as the columns of one question: everybody with a name and
 * a birth date, in the regency of his family.
 */
public final class NamedMembers {

    /**
     * The table {@code m} of the members in a {@code from} clause: {@code at} tells whose family, counted from 0; {@code
     * field} where the name stands; {@code from_area} and {@code past_area} bound the regency; {@code i} is their order.
     */
    public static final String TABLE =
            """
            unnest(cast(:at as int[]), :fields, :names, cast(:births as date[]), :niks, :fromAreas, :pastAreas)
              with ordinality as m (at, field, name_key, birth, nik, from_area, past_area, i)
            """;

    /** How alike two names of one birthday must be to be pointed out; 1 is equal. */
    private static final double ALIKE = 0.5;

    private final List<String> at = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> births = new ArrayList<>();
    private final List<String> niks = new ArrayList<>();
    private final List<String> fromAreas = new ArrayList<>();
    private final List<String> pastAreas = new ArrayList<>();

    private NamedMembers() {}

    /** Those of {@code families}; a family without a village is left out. */
    public static NamedMembers of(List<FamilyContent> families) {
        NamedMembers members = new NamedMembers();
        for (int family = 0; family < families.size(); family++) {
            members.add(family, families.get(family));
        }
        return members;
    }

    /** True when there is nobody to ask for. */
    public boolean isEmpty() {
        return at.isEmpty();
    }

    /** Puts them into a question that names {@link #TABLE}, and {@code :alike} for how alike names have to be. */
    public StatementSpec into(StatementSpec question) {
        return question.param("at", array(at))
                .param("fields", array(fields))
                .param("names", array(names))
                .param("births", array(births))
                .param("niks", array(niks))
                .param("fromAreas", array(fromAreas))
                .param("pastAreas", array(pastAreas))
                .param("alike", ALIKE);
    }

    private void add(int family, FamilyContent content) {
        if (content.village() == null || content.members() == null) {
            return;
        }
        AreaCode regency = content.village().at(AreaLevel.REGENCY);
        for (int i = 0; i < content.members().size(); i++) {
            MemberContent member = content.members().get(i);
            if (member.fullName() != null && member.birthDate() != null) {
                at.add(Integer.toString(family));
                fields.add("members[" + i + "].fullName");
                names.add(Names.key(member.fullName()));
                births.add(member.birthDate().toString());
                niks.add(member.nik());
                fromAreas.add(regency.value());
                pastAreas.add(regency.past());
            }
        }
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
