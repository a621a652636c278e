package id.siks.register;

import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.platform.BusinessTime;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes determined families over, a chunk at a time. Runs in the caller's transaction. */
@Component
class Intake {

    static final String ACTIVATED = "ACTIVATED";

    // The database refuses whom the register holds; only then we look who that is. Somebody else may take another
    // one over between our look and our writing; then we look again. One attempt without a look and three after one;
    // each that fails uses up the keys and register numbers it has taken.
    private static final int ATTEMPTS = 4;

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final IntakeRows rows;
    private final BusinessTime time;
    private final SequenceBlocks familyKeys;
    private final SequenceBlocks personKeys;
    private final SequenceBlocks registerNumbers;

    Intake(JdbcClient client, JdbcTemplate jdbc, IntakeRows rows, BusinessTime time) {
        this.client = client;
        this.jdbc = jdbc;
        this.rows = rows;
        this.time = time;
        this.familyKeys = new SequenceBlocks(client, "register.family_seq");
        this.personKeys = new SequenceBlocks(client, "register.person_seq");
        this.registerNumbers = new SequenceBlocks(client, "register.register_number_seq");
    }

    /** What became of the chunk; {@code fresh} holds those this run activated. */
    Outcome take(List<Activation> chunk) {
        for (int attempt = 1; ; attempt++) {
            // Who was faster may have taken over the same case: looked for last, nobody is a duplicate of himself.
            Held held = attempt == 1 ? Held.nobody() : held(chunk);
            Map<CaseRef, FamilyRef> before = activatedBefore(chunk);
            Map<CaseRef, Activation> todo = new LinkedHashMap<>();
            chunk.stream().filter(a -> !before.containsKey(a.caseRef())).forEach(a -> todo.putIfAbsent(a.caseRef(), a));
            List<ActivationReport.SetAside> aside = new ArrayList<>();
            List<NewFamily> fresh = number(withoutCollisions(todo.values(), held, aside));
            if (write(fresh, attempt == ATTEMPTS)) {
                return new Outcome(before, fresh, aside);
            }
        }
    }

    private Map<CaseRef, FamilyRef> activatedBefore(List<Activation> chunk) {
        String[] refs = chunk.stream().map(a -> a.caseRef().value()).toArray(String[]::new);
        Map<CaseRef, FamilyRef> before = new HashMap<>();
        client.sql(
                        """
                        select c.case_ref, f.id, f.register_id
                        from register.register_change c join register.family f on f.id = c.family_id
                        where c.case_ref = any(:refs) and c.kind = :kind
                        """)
                .param("refs", refs)
                .param("kind", ACTIVATED)
                .query(row -> {
                    before.put(
                            new CaseRef(row.getString("case_ref")),
                            new FamilyRef(row.getLong("id"), row.getString("register_id")));
                });
        return before;
    }

    private Held held(List<Activation> chunk) {
        return new Held(
                taken(
                        "select nik from register.person where active and nik = any(:numbers)",
                        chunk.stream().flatMap(a -> niks(a).stream()).toList()),
                taken(
                        "select family_card_number from register.family where status = 'ACTIVE' and family_card_number = any(:numbers)",
                        chunk.stream().map(a -> a.content().familyCardNumber()).toList()));
    }

    /** Whoever shares a number with those held, or with one before him, is set aside. */
    private static List<Activation> withoutCollisions(
            Collection<Activation> todo, Held held, List<ActivationReport.SetAside> aside) {
        List<Activation> clear = new ArrayList<>();
        for (Activation activation : todo) {
            List<String> own = niks(activation);
            if (own.stream().anyMatch(held.niks()::contains)) {
                aside.add(new ActivationReport.SetAside(activation.caseRef(), ReasonCode.DUPLICATE_PERSON));
            } else if (!held.cards().add(activation.content().familyCardNumber())) {
                aside.add(new ActivationReport.SetAside(activation.caseRef(), ReasonCode.DUPLICATE_FAMILY_CARD));
            } else {
                held.niks().addAll(own);
                clear.add(activation);
            }
        }
        return clear;
    }

    private Set<String> taken(String query, List<String> numbers) {
        return new HashSet<>(client.sql(query)
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static List<String> niks(Activation activation) {
        return activation.content().members().stream()
                .map(MemberContent::nik)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<NewFamily> number(List<Activation> clear) {
        int people = clear.stream().mapToInt(a -> a.content().members().size()).sum();
        var families = familyKeys.take(clear.size());
        var persons = personKeys.take(people);
        var numbers = registerNumbers.take(clear.size() + people);
        return clear.stream()
                .map(activation -> new NewFamily(
                        activation,
                        new FamilyRef(families.next(), RegisterNumber.of(numbers.next())),
                        activation.content().members().stream()
                                .map(m -> new NewPerson(m, persons.next(), RegisterNumber.of(numbers.next())))
                                .toList()))
                .toList();
    }

    /** False when somebody else was faster with one of them: nothing is written then. */
    private boolean write(List<NewFamily> fresh, boolean last) {
        if (fresh.isEmpty()) {
            return true;
        }
        Savepoint before = jdbc.execute((ConnectionCallback<Savepoint>) connection -> connection.setSavepoint());
        try {
            rows.insert(fresh, time.now());
        } catch (DuplicateKeyException faster) {
            if (last) {
                throw faster;
            }
            leave(before, true);
            return false;
        }
        leave(before, false);
        return true;
    }

    /**
     * Goes on in the transaction itself. Behind the savepoint the database takes who writes for another than who has locked
     * the same rows before, and has to keep both in mind for each of them.
     */
    private void leave(Savepoint before, boolean undone) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            if (undone) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
            return null;
        });
    }

    /** Numbers that are given away: of persons and of family cards. */
    private record Held(Set<String> niks, Set<String> cards) {

        static Held nobody() {
            return new Held(new HashSet<>(), new HashSet<>());
        }
    }

    /** A family with its keys. */
    record NewFamily(Activation activation, FamilyRef ref, List<NewPerson> people) {}

    /** A member with its keys. */
    record NewPerson(MemberContent content, long id, String registerId) {}

    /** What a run did. */
    record Outcome(Map<CaseRef, FamilyRef> before, List<NewFamily> fresh, List<ActivationReport.SetAside> aside) {

        ActivationReport report() {
            Map<CaseRef, FamilyRef> activated = new HashMap<>(before);
            fresh.forEach(f -> activated.put(f.activation().caseRef(), f.ref()));
            return new ActivationReport(Map.copyOf(activated), List.copyOf(aside));
        }

        FamilyActivated event() {
            return new FamilyActivated(fresh.stream()
                    .map(f -> new FamilyActivated.Activated(f.activation().caseRef(), f.ref()))
                    .collect(Collectors.toUnmodifiableList()));
        }
    }
}
