package id.siks.register.outside;

import id.siks.register.CivilRegistry;
import id.siks.register.Persons;
import id.siks.register.RegistryStatus;
import id.siks.register.RegistryUnavailable;
import id.siks.register.Sex;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A civil registry in the same process that always answers the same. It knows every person exactly as entered, except:
 *
 * <ul>
 *   <li>whom it was told about by {@link #knows} or {@link #announceDeath}: so, whatever the number;
 *   <li>numbers that end in 9001 (name differs by its last letter), 9002 (not found), 9003 (deceased), 9004 (answers after
 *       two seconds), 9005 (does not answer at all), 9006 (another family card), 9007 (born a day later), 9008 (inactive),
 *       9009 (given out twice).
 * </ul>
 */
@Component
public class SimulatedCivilRegistry implements CivilRegistry {

    private static final Duration SLOW = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final ObjectProvider<Persons> persons;
    // In memory: the threads that ask must not take another connection.
    private final Map<String, Answer> told;

    SimulatedCivilRegistry(JdbcClient jdbc, ObjectProvider<Persons> persons) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.told = read();
    }

    @Override
    public Answer ask(Question question) {
        Answer known = told.get(question.nik());
        return known != null ? known : bySerial(question);
    }

    /** From now on the registry knows this person so; the parts of {@code answer} may differ from what anybody enters. */
    public void knows(String nik, Answer answer) {
        jdbc.sql(
                        """
                        insert into register.simulated_person (nik, status, family_card_number, full_name, birth_date, sex)
                        values (:nik, :status, :card, :name, :birth, :sex)
                        on conflict (nik) do update set status = excluded.status,
                          family_card_number = excluded.family_card_number, full_name = excluded.full_name,
                          birth_date = excluded.birth_date, sex = excluded.sex
                        """)
                .param("nik", nik)
                .param("status", answer.status().name())
                .param("card", answer.familyCardNumber())
                .param("name", answer.fullName())
                .param("birth", answer.birthDate())
                .param("sex", answer.sex() == null ? null : answer.sex().name())
                .update();
        told.put(nik, answer);
    }

    /** The registry records a death and tells us, as the real one does on its own account. */
    public void announceDeath(String nik, LocalDate diedOn) {
        knows(nik, Answer.without(RegistryStatus.DECEASED));
        persons.getObject().registryReportsDeath(nik, diedOn);
    }

    private static Answer bySerial(Question asked) {
        return switch (asked.nik().substring(asked.nik().length() - 4)) {
            case "9001" -> found(asked, asked.familyCardNumber(), otherLetter(asked.fullName()), asked.birthDate());
            case "9002" -> Answer.without(RegistryStatus.NOT_FOUND);
            case "9003" -> Answer.without(RegistryStatus.DECEASED);
            case "9004" -> {
                LockSupport.parkNanos(SLOW.toNanos());
                yield asEntered(asked);
            }
            case "9005" -> throw new RegistryUnavailable("the civil registry does not answer");
            case "9006" -> found(asked, otherCard(asked.familyCardNumber()), asked.fullName(), asked.birthDate());
            case "9007" -> found(
                    asked,
                    asked.familyCardNumber(),
                    asked.fullName(),
                    asked.birthDate().plusDays(1));
            case "9008" -> Answer.without(RegistryStatus.INACTIVE);
            case "9009" -> Answer.without(RegistryStatus.DUPLICATE);
            default -> asEntered(asked);
        };
    }

    private static Answer asEntered(Question asked) {
        return found(asked, asked.familyCardNumber(), asked.fullName(), asked.birthDate());
    }

    private static Answer found(Question asked, String card, String name, LocalDate birth) {
        return new Answer(RegistryStatus.FOUND, card, name, birth, asked.sex());
    }

    private static String otherLetter(String name) {
        char last = name.charAt(name.length() - 1);
        return name.substring(0, name.length() - 1) + (Character.toUpperCase(last) == 'H' ? 'T' : 'H');
    }

    private static String otherCard(String card) {
        char last = card.charAt(card.length() - 1);
        return card.substring(0, card.length() - 1) + (last == '9' ? '8' : (char) (last + 1));
    }

    private Map<String, Answer> read() {
        Map<String, Answer> known = new ConcurrentHashMap<>();
        jdbc.sql("select * from register.simulated_person").query(row -> {
            String sex = row.getString("sex");
            known.put(
                    row.getString("nik"),
                    new Answer(
                            RegistryStatus.valueOf(row.getString("status")),
                            row.getString("family_card_number"),
                            row.getString("full_name"),
                            row.getObject("birth_date", LocalDate.class),
                            sex == null ? null : Sex.valueOf(sex)));
        });
        return known;
    }
}
