package id.siks.identity;

import id.siks.area.AreaCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are called wherever they are named, whatever has become of their accounts; one statement for many. */
@Component
class ActorNames {

    private final JdbcClient jdbc;
    private final MessageSource messages;

    ActorNames(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** The name of each of {@code accounts}: the system's own word for null, a question mark for one that is unknown. */
    Map<Long, String> of(Collection<Long> accounts) {
        Map<Long, String> names = new HashMap<>();
        accounts.forEach(account -> names.put(account, account == null ? system() : "?"));
        Long[] known = names.keySet().stream().filter(Objects::nonNull).toArray(Long[]::new);
        if (known.length > 0) {
            jdbc.sql("select account_id, display_name from identity.account where account_id = any(:ids)")
                    .param("ids", known)
                    .query(row -> {
                        names.put(row.getLong("account_id"), row.getString("display_name"));
                    });
        }
        return names;
    }

    /** Names of those with an open account whose own territory for {@code role} is an area within {@code area}, by it. */
    Map<AreaCode, List<String>> within(Role role, AreaCode area) {
        Map<AreaCode, List<String>> names = new HashMap<>();
        jdbc.sql(
                        """
                        select h.area_code, c.display_name
                        from identity.account c join identity.assignment h using (account_id)
                        where c.enabled and h.ended_at is null and h.role = :role and h.area_code like :area || '%'
                        order by c.account_id
                        """)
                .param("role", role.name())
                .param("area", area.value())
                .query(row -> {
                    names.computeIfAbsent(new AreaCode(row.getString("area_code")), code -> new ArrayList<>())
                            .add(row.getString("display_name"));
                });
        return names;
    }

    private String system() {
        return messages.getMessage("identity.system", null, LocaleContextHolder.getLocale());
    }
}
