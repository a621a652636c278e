package id.siks.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import id.siks.area.AreaCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Made-up people for tests: everybody asked for is a new account. {@link #with} acts as one of them in MockMvc. */
@Component
public class TestActors {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final Queue<Actor> passersBy = new ConcurrentLinkedQueue<>();

    TestActors(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The request comes from this person's session, begun before his account was ever closed. */
    public static RequestPostProcessor with(Actor actor) {
        return authentication(new AccountLogin(actor.accountId(), 0, true));
    }

    /** What the person's account is called. */
    public static String login(Actor actor) {
        return actor.displayName().replace("Petugas Uji ", "uji-");
    }

    /** Somebody new with one role over one area. */
    public Actor holding(Role role, AreaCode area) {
        return holding(List.of(Assignment.of(role, area)));
    }

    /** Somebody new with several assignments, or none. */
    public Actor holding(List<Assignment> assignments) {
        int number = NUMBER.incrementAndGet();
        return accounts.enrol("uji-" + number, "Petugas Uji " + number, assignments);
    }

    /** Somebody new who would be everybody's colleague; {@link #seeOff()} must follow, whatever happens to the test. */
    public Actor passing(List<Assignment> assignments) {
        Actor actor = holding(assignments);
        passersBy.add(actor);
        return actor;
    }

    /** Closes the account of somebody who was {@link #passing}. */
    public void seeOff(Actor actor) {
        accounts.disable(actor.accountId());
        passersBy.remove(actor);
    }

    /** Closes the accounts of all who were {@link #passing}; one that cannot be closed keeps none of the others open. */
    public void seeOff() {
        List<RuntimeException> faults = new ArrayList<>();
        for (Actor actor = passersBy.poll(); actor != null; actor = passersBy.poll()) {
            try {
                accounts.disable(actor.accountId());
            } catch (RuntimeException fault) {
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.size() + " passers-by are still here", faults.get(0));
        }
    }

    public Actor operator(AreaCode village) {
        return holding(Role.VILLAGE_OPERATOR, village);
    }

    public Actor villageHead(AreaCode village) {
        return holding(Role.VILLAGE_HEAD, village);
    }

    public Actor socialWorker(AreaCode district) {
        return holding(Role.DISTRICT_SOCIAL_WORKER, district);
    }

    public Actor verifier(AreaCode regency) {
        return holding(Role.REGENCY_VERIFIER, regency);
    }

    public Actor officeHead(AreaCode regency) {
        return holding(Role.REGENCY_OFFICE_HEAD, regency);
    }

    public Actor regent(AreaCode regency) {
        return holding(Role.REGENT, regency);
    }

    public Actor provinceOfficer(AreaCode province) {
        return holding(Role.PROVINCE_OFFICER, province);
    }

    public Actor auditor(AreaCode regency) {
        return holding(Role.AUDITOR, regency);
    }

    public Actor ministryOfficer() {
        return holding(List.of(Assignment.nation(Role.MINISTRY_OFFICER)));
    }

    public Actor decider() {
        return holding(List.of(Assignment.nation(Role.MINISTRY_DECIDER)));
    }
}
