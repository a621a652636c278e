package id.siks.sample;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Everybody who works in the sample regency: one demo user per role for the log-in page, a second verifier to hand work to,
 * and colleagues in every village and district so that no work lies without an owner.
 */
@Component
class SamplePeople {

    /** Lampung Barat. */
    static final AreaCode REGENCY = new AreaCode("1804");

    private final Accounts accounts;
    private final Areas areas;
    private final Map<AreaCode, Actor> operators = new HashMap<>();
    private final Map<AreaCode, Actor> heads = new HashMap<>();
    private final Map<AreaCode, Actor> workers = new HashMap<>();
    private final Map<Role, Actor> officials = new HashMap<>();

    SamplePeople(Accounts accounts, Areas areas) {
        this.accounts = accounts;
        this.areas = areas;
    }

    /** Enrols everybody; asked twice it changes nothing. */
    void enrol() {
        enrolOfficials();
        for (Area district : areas.children(REGENCY)) {
            workers.put(district.code(), enrol("tksk", "TKSK", Role.DISTRICT_SOCIAL_WORKER, district, first(district)));
            enrol("camat", "Camat", Role.DISTRICT_HEAD, district, first(district));
            for (Area village : areas.children(district.code())) {
                boolean demo = first(district) && firstVillages(village);
                operators.put(village.code(), enrol("operator", "Operator", Role.VILLAGE_OPERATOR, village, demo));
                heads.put(village.code(), enrol("kades", "Kepala Desa", Role.VILLAGE_HEAD, village, demo));
            }
        }
    }

    private void enrolOfficials() {
        Scope regency = Scope.of(REGENCY);
        Scope province = Scope.of(REGENCY.at(AreaLevel.PROVINCE));
        official("verifikator", "Verifikator Dinsos", Role.REGENCY_VERIFIER, regency);
        // Somebody to hand work to.
        accounts.enrolDemo(
                "verifikator-2", "Verifikator Kedua", List.of(new Assignment(Role.REGENCY_VERIFIER, regency)));
        official("kadinsos", "Kepala Dinsos", Role.REGENCY_OFFICE_HEAD, regency);
        official("bupati", "Bupati", Role.REGENT, regency);
        official("provinsi", "Dinsos Provinsi", Role.PROVINCE_OFFICER, province);
        official("pusdatin", "Pusdatin", Role.MINISTRY_OFFICER, Scope.nation());
        official("menteri", "Menteri Sosial", Role.MINISTRY_DECIDER, Scope.nation());
        official("auditor", "Inspektorat", Role.AUDITOR, regency);
        official("perilis", "Perilis Proses", Role.PROCESS_RELEASER, Scope.nation());
        official("pengelola", "Pengelola Proses", Role.PROCESS_ADMIN, Scope.nation());
        official("pengguna", "Pengelola Pengguna", Role.USER_ADMIN, regency);
    }

    private void official(String login, String name, Role role, Scope scope) {
        officials.put(role, accounts.enrolDemo(login, name, List.of(new Assignment(role, scope))));
    }

    private Actor enrol(String title, String name, Role role, Area area, boolean demo) {
        List<Assignment> held = List.of(new Assignment(role, Scope.of(area.code())));
        String login = title + "-" + area.code();
        String shown = name + " " + area.name();
        return demo ? accounts.enrolDemo(login, shown, held) : accounts.enrol(login, shown, held);
    }

    /** The districts and villages whose people stand on the log-in page: enough to try everything, few enough to read. */
    private boolean first(Area district) {
        return district.code().equals(areas.children(REGENCY).get(0).code());
    }

    private boolean firstVillages(Area village) {
        return areas.children(village.code().at(AreaLevel.DISTRICT)).stream()
                .limit(4)
                .anyMatch(v -> v.code().equals(village.code()));
    }

    Actor operator(AreaCode village) {
        return operators.get(village);
    }

    Actor head(AreaCode village) {
        return heads.get(village);
    }

    Actor worker(AreaCode village) {
        return workers.get(village.at(AreaLevel.DISTRICT));
    }

    Actor official(Role role) {
        return officials.get(role);
    }
}
