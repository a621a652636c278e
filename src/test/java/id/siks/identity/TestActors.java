package id.siks.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import id.siks.area.AreaCode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Made-up people for tests: everybody asked for is a new account. {@link #with} acts as one of them in MockMvc. */
@Component
public class TestActors {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;

    TestActors(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The request comes from this person's session, begun before his account was ever closed. */
    public static RequestPostProcessor with(Actor actor) {
        return authentication(new AccountLogin(actor.accountId(), 0, true));
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
