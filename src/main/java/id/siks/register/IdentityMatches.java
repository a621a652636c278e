package id.siks.register;

import id.siks.casework.CaseRef;
import id.siks.platform.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of the civil registry that are kept, one per number. */
@Component
class IdentityMatches {

    private static final int DIGITS = 32;

    static final Duration GOOD_FOR = Duration.ofDays(30);

    private static final String READ = "select * from register.identity_match where nik = any(:niks)";
    private static final String KEEP =
            """
            insert into register.identity_match
              (nik, question, status, family_card_number, full_name, birth_date, sex, case_refs, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, array_remove(array[?]::varchar[], null), ?)
            on conflict (nik) do update set question = excluded.question, status = excluded.status,
              family_card_number = excluded.family_card_number, full_name = excluded.full_name,
              birth_date = excluded.birth_date, sex = excluded.sex,
              case_refs = array(select distinct unnest(identity_match.case_refs || excluded.case_refs)),
              asked_at = excluded.asked_at
            """;

    // In the order of the numbers, too.
    private static final String USE =
            """
            update register.identity_match m set case_refs = array(select distinct unnest(array_append(m.case_refs, :ref)))
            from (select nik from register.identity_match where nik = any(:niks) order by nik for update) used
            where m.nik = used.nik
            """;

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    IdentityMatches(JdbcClient client, JdbcTemplate jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /** Kept answers to exactly these questions; another spelling is another question. */
    <K> Map<K, Kept> of(Map<K, CivilRegistry.Question> questions) {
        if (questions.isEmpty()) {
            return new HashMap<>();
        }
        Map<String, Row> rows = new HashMap<>();
        client.sql(READ)
                .param(
                        "niks",
                        questions.values().stream()
                                .map(CivilRegistry.Question::nik)
                                .toArray(String[]::new))
                .query(row -> {
                    rows.put(row.getString("nik"), new Row(row.getString("question"), kept(row)));
                });
        Map<K, Kept> known = new HashMap<>();
        questions.forEach((key, question) -> {
            Row row = rows.get(question.nik());
            if (row != null && row.question().equals(digest(question))) {
                known.put(key, row.kept());
            }
        });
        return known;
    }

    void keep(
            Map<Integer, CivilRegistry.Question> questions,
            Map<Integer, CivilRegistry.Answer> answers,
            CaseRef caseRef,
            Instant now) {
        // In the order of the numbers, so that two families sharing a person never wait for each other.
        List<Integer> ordered = answers.keySet().stream()
                .sorted(java.util.Comparator.comparing(i -> questions.get(i).nik()))
                .toList();
        jdbc.batchUpdate(KEEP, ordered, 100, (row, index) -> {
            CivilRegistry.Question question = questions.get(index);
            CivilRegistry.Answer answer = answers.get(index);
            row.setString(1, question.nik());
            row.setString(2, digest(question));
            row.setString(3, answer.status().name());
            row.setString(4, answer.familyCardNumber());
            row.setString(5, answer.fullName());
            row.setObject(6, answer.birthDate());
            row.setString(7, answer.sex() == null ? null : answer.sex().name());
            row.setString(8, caseRef == null ? null : caseRef.value());
            row.setTimestamp(9, Timestamp.from(now));
        });
    }

    /** What is kept about these persons belongs to the case, too: it is kept as long as any case that used it needs it. */
    void usedBy(CaseRef caseRef, Collection<CivilRegistry.Question> questions) {
        client.sql(USE)
                .param(
                        "niks",
                        questions.stream().map(CivilRegistry.Question::nik).toArray(String[]::new))
                .param("ref", caseRef.value())
                .update();
    }

    /** Whatever was answered about this number before, the person is dead; the next question is asked anew. */
    void deceased(String nik, Instant now) {
        client.sql("update register.identity_match set status = 'DECEASED', asked_at = :now where nik = :nik")
                .param("nik", nik)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String sex = row.getString("sex");
        return new Kept(
                new CivilRegistry.Answer(
                        RegistryStatus.valueOf(row.getString("status")),
                        row.getString("family_card_number"),
                        row.getString("full_name"),
                        row.getObject("birth_date", LocalDate.class),
                        sex == null ? null : Sex.valueOf(sex)),
                row.getTimestamp("asked_at").toInstant());
    }

    private static String digest(CivilRegistry.Question question) {
        String asked = String.join(
                "|",
                String.valueOf(question.familyCardNumber()),
                Names.key(question.fullName()),
                String.valueOf(question.birthDate()),
                String.valueOf(question.sex()));
        return Sha256.hex(asked).substring(0, DIGITS);
    }

    private record Row(String question, Kept kept) {}

    /** An answer and when it was given. */
    record Kept(CivilRegistry.Answer answer, Instant askedAt) {

        boolean stillGood(Instant now) {
            return answer.status() == RegistryStatus.FOUND
                    && askedAt.plus(GOOD_FOR).isAfter(now);
        }
    }
}
