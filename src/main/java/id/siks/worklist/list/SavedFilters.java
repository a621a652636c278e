package id.siks.worklist.list;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.CardNumbers;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.worklist.model.Duties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Filters people keep under a name, for themselves or for their team: everybody with the same role over the same territory.
 * What was searched for is never kept.
 */
@Service
@Transactional
class SavedFilters {

    /** Most filters of one person. */
    static final int MOST = 10;

    static final int LONGEST_NAME = 60;

    /** Message of the refusal that {@code replace} answers. */
    static final String EXISTS = "worklist.error.filter-exists";

    private static final int LONGEST_QUERY = 500;
    private static final int MOST_SHOWN = 20;

    private final JdbcClient jdbc;
    private final ListFilters filters;
    private final ListDesk desk;
    private final BusinessTime time;

    SavedFilters(JdbcClient jdbc, ListFilters filters, ListDesk desk, BusinessTime time) {
        this.jdbc = jdbc;
        this.filters = filters;
        this.desk = desk;
        this.time = time;
    }

    /** The actor's own and those of his teams, by name, each with its count for him. */
    @Transactional(readOnly = true)
    public List<SavedFilter> of(Actor actor) {
        List<Assignment> duties = Duties.of(actor);
        List<Kept> kept = jdbc.sql(
                        """
                        select f.*, f.account_id = :account as own from worklist.saved_filter f
                        where f.account_id = :account or (f.shared_role, f.shared_area) in (
                          select * from unnest(:roles::text[], :areas::text[]))
                        order by own desc, name, filter_id limit :most""")
                .param("account", actor.accountId())
                .param("roles", duties.stream().map(d -> d.role().name()).toArray(String[]::new))
                .param("areas", duties.stream().map(d -> d.scope().prefix()).toArray(String[]::new))
                .param("most", MOST_SHOWN)
                .query((row, n) -> kept(row))
                .list();
        Map<ListFilter, Integer> counts =
                desk.count(kept.stream().map(Kept::filter).toList(), actor);
        return kept.stream().map(k -> k.counted(counts.get(k.filter()))).toList();
    }

    /**
     * Keeps a filter. {@link InvalidInput} for a name that is empty, too long or has the number of a person in it, for a
     * filter that leaves nothing out, for another one of the same name unless it is to be replaced, and beyond
     * {@value #MOST} filters.
     *
     * @param team the word of the {@link #teams team} that sees it too; empty for nobody
     * @param replace true when one of the same name may go for it
     */
    public void keep(String name, ListFilter filter, String team, boolean replace, Actor actor) {
        String called = name.strip();
        ListFilter kept = filter.lasting();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw InvalidInput.at("name", "worklist.error.filter-name", LONGEST_NAME);
        }
        CardNumbers.refuse("name", called);
        if (!kept.isNarrow() || kept.query().length() > LONGEST_QUERY) {
            throw InvalidInput.at("name", "worklist.error.filter-empty");
        }
        Assignment shared = team.isEmpty() ? null : duty(team, actor);
        one(actor);
        if (others(called, actor) >= MOST) {
            throw InvalidInput.at("name", "worklist.error.filter-many", MOST);
        }
        if (!replace && isAnother(called, kept, shared, actor)) {
            throw InvalidInput.at("name", EXISTS);
        }
        jdbc.sql(
                        """
                        insert into worklist.saved_filter (account_id, name, query, shared_role, shared_area, saved_at)
                        values (:account, :name, :query, :role, :area, :now)
                        on conflict (account_id, name) do update
                        set query = excluded.query, shared_role = excluded.shared_role,
                            shared_area = excluded.shared_area, saved_at = excluded.saved_at""")
                .param("account", actor.accountId())
                .param("name", called)
                .param("query", kept.query())
                .param("role", role(shared))
                .param("area", area(shared))
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** True when the actor keeps something else under this name. */
    private boolean isAnother(String name, ListFilter filter, Assignment shared, Actor actor) {
        return jdbc.sql(
                        """
                        select exists (select from worklist.saved_filter where account_id = :account and name = :name
                          and (query, shared_role, shared_area) is distinct from (:query, :role::text, :area::text))""")
                .param("account", actor.accountId())
                .param("name", name)
                .param("query", filter.query())
                .param("role", role(shared))
                .param("area", area(shared))
                .query(Boolean.class)
                .single();
    }

    private static String role(Assignment shared) {
        return shared == null ? null : shared.role().name();
    }

    private static String area(Assignment shared) {
        return shared == null ? null : shared.scope().prefix();
    }

    /** With whom the actor may share: those who hold one of his duties. */
    List<Team> teams(Actor actor) {
        return Duties.of(actor).stream()
                .map(duty -> new Team(word(duty), duty.role(), duty.scope().area()))
                .toList();
    }

    private static Assignment duty(String team, Actor actor) {
        return Duties.of(actor).stream()
                .filter(duty -> word(duty).equals(team))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("shared", "worklist.error.filter-team"));
    }

    private static String word(Assignment duty) {
        return duty.role() + "." + duty.scope().prefix();
    }

    /** Takes one of the actor's own filters away; {@link NotFound} for anybody else's. */
    public void drop(long id, Actor actor) {
        int dropped = jdbc.sql("delete from worklist.saved_filter where filter_id = :id and account_id = :account")
                .param("id", id)
                .param("account", actor.accountId())
                .update();
        if (dropped == 0) {
            throw new NotFound("saved filter " + id);
        }
    }

    /** Two saves of the same person follow one another, or together they would pass the limit. */
    private void one(Actor actor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('worklist.saved_filter', :account))")
                .param("account", actor.accountId())
                .query((row, n) -> true)
                .single();
    }

    private int others(String name, Actor actor) {
        return jdbc.sql("select count(*) from worklist.saved_filter where account_id = :account and name <> :name")
                .param("account", actor.accountId())
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("filter_id"),
                row.getString("name"),
                filters.of(parameters(row.getString("query"))),
                row.getString("shared_role") != null,
                row.getBoolean("own"));
    }

    // The query was written by ListFilter, of values without reserved characters.
    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }

    /**
     * Those who hold one duty.
     *
     * @param word names it in a form
     * @param area its territory, or null for the nation
     */
    record Team(String word, Role role, AreaCode area) {}

    /** A filter as it is kept. */
    private record Kept(long id, String name, ListFilter filter, boolean shared, boolean own) {

        SavedFilter counted(int n) {
            return new SavedFilter(
                    id, name, filter.href(), shared, own, n, filter.tab().isMany(n));
        }
    }
}
