package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases with one made-up task of any role, and the ladder every diagram has. */
@Component
public class WatchedWork {

    private final TestCases cases;

    WatchedWork(TestCases cases) {
        this.cases = cases;
    }

    /** A case with the task weigh-goods for the role, due three working days from now. */
    @Transactional
    public CaseRef open(Role role, AreaCode village) {
        String key = key(role);
        cases.draw(key, () -> TestCases.diagram("casework/test-watched.bpmn", key)
                .replace("VILLAGE_OPERATOR", role.name()));
        return cases.open(key, village, "Barang uji", null);
    }

    /** The process such a case follows. */
    static String key(Role role) {
        return "watched-" + role.name().toLowerCase(Locale.ROOT);
    }
}
