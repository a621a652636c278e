package id.siks.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import id.siks.Doors;
import id.siks.area.AreaCode;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.model.TestWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.AntPathMatcher;

/**
 * Every page that some role can reach by following links, looked at once by a person who may: on a phone it is not wider
 * than the screen, axe has nothing serious to say, and no two of its forms are taken for one deed, with all that is folded
 * unfolded. Pages of work are looked at once for each kind of work; what answers a form, and pages that share an address with
 * another, for themselves.
 */
@Journey
class EveryPageJourney {

    /** Answers that are no pages: files, parts of pages, and what is read by scripts. */
    private static final Set<String> NO_PAGES = Set.of(
            "/assets/**",
            "/actuator/health",
            "/identity/session",
            "/preparation",
            "/area/search",
            "/evidence/certificates/{serial}",
            "/evidence/{id}",
            "/evidence/{id}/thumb",
            "/proposal/{ref}/state",
            "/processadmin/drafts/{draft}/content",
            "/processadmin/drafts/{draft}/findings",
            "/processadmin/drafts/{draft}/history",
            "/processadmin/drafts/{draft}/lists",
            "/processadmin/releases/{release}/content",
            "/processadmin/releases/{release}/replay",
            "/processadmin/releases/drafts/{draft}/replay",
            "/processadmin/sop/{key}",
            "/worklist/tasks/{taskId}/next",
            "/worklist/tasks/{taskId}/previous",
            "/worklist/stamp",
            "/worklist/changes",
            "/worklist/areas");

    private static final Pattern LOCAL = Pattern.compile("^(Operator|Kepala Desa|TKSK|Camat) .*");
    private static final String A_NOTICE =
            """
            select display_name, notice_id from worklist.notice join identity.account using (account_id)
            where demo order by notice_id limit 1""";
    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a => [a.getAttribute('href'), a.textContent.trim()])";
    private static final String SAME_DEED =
            """
            () => { const keys = [...document.querySelectorAll('input[name="key"]')].map(i => i.value)
                .filter(v => /^[0-9a-f-]{36}$/.test(v)); return new Set(keys).size < keys.length }""";
    private static final String A_DEED =
            """
            select display_name, task_id from worklist.work_item join identity.account on account_id = done_by
            where state = 'DONE' and demo order by item_id limit 1""";
    private static final String UNFOLD =
            "() => document.querySelectorAll('main details').forEach(fold => { fold.open = true; })";
    private static final List<String> STEPS = List.of("family", "housing", "photos", "place", "review");
    private static final String NO_SERIAL = "SK-0000-0000-0000";
    private static final String A_PROCESS =
            "select min(business_key_) from act_hi_procinst where business_key_ like 'USL-%'";
    private static final AreaCode VILLAGE = new AreaCode("1804041003");
    private static final String SOMEBODY_ELSE =
            "select account_id from identity.account where display_name = 'Operator Pasar Liwa'";
    private static final String TWICE = "test-two-versions";
    private static final String WORK = "/worklist/tasks/{taskId}";

    private static final List<String> BESIDE_THE_BOARD = List.of(
            "/worklist/board/processes", "/worklist/board/villages", "/worklist/board/forecast", "/worklist/unstaffed");

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private final AntPathMatcher paths = new AntPathMatcher();
    private final List<String> doors = Doors.matrix().stream()
            .filter(line -> line.door().method().equals("GET"))
            .map(line -> line.door().path())
            .toList();
    private final Set<String> seen = new LinkedHashSet<>();
    // A page may be headed by other words than the link that leads to it.
    private final Set<String> tried = new TreeSet<>();
    private final List<String> findings = new ArrayList<>();

    @Autowired
    JdbcTemplate db;

    @Autowired
    RepositoryService repository;

    @Autowired
    TestWork work;

    @Autowired
    EngineTasks engine;

    @Test
    void everyPageIsForEverybody(People people) {
        Person stranger = people.stranger();
        visit(stranger, "/login");
        visit(stranger, "/evidence/check/" + NO_SERIAL);
        somethingForEveryPage(people);
        for (String name : demoUsers(stranger)) {
            walk(people.onPhone(name).page());
        }
        assertThat(findings).isEmpty();
        assertThat(unseen()).isEmpty();
    }

    /** A wide screen shows the steps beside the areas. */
    @Test
    void theBoardIsForEverybodyAtADeskToo(People people) {
        Person verifier = people.atDesk("Verifikator Dinsos");
        visit(verifier, "/worklist/board");
        verifier.page().locator(".at-stage a").first().waitFor();
        BESIDE_THE_BOARD.forEach(path -> visit(verifier, path));
        assertThat(findings).isEmpty();
    }

    /** What people read when something is refused is one page with other words. */
    @Test
    void whatIsRefusedIsForEverybodyToo(People people) {
        Person operator = people.onPhone("Operator Way Mengaku");
        Page page = operator.page();
        refused(operator, "/identity/officers", "Tidak berwenang");
        refused(operator, "/casework/USL-1804-26-999999", "Tidak ditemukan");
        refused(operator, "/worklist/search", "Cara membuka tidak sesuai");

        String task = work.open(VILLAGE, null, "Beras dan minyak");
        try {
            operator.open("/worklist/tasks/" + task);
            engine.assign(task, db.queryForObject(SOMEBODY_ELSE, String.class));
            operator.press("Kerjakan");
            assertThat(page.locator("main > .alert-warning").textContent()).contains("sedang dikerjakan");
            lookAs(page, "work that somebody else was faster to take");
        } finally {
            work.drop(task);
        }
        operator.open("/worklist/tasks/" + task);
        lookAs(page, "work that is gone");
        assertThat(findings).isEmpty();
    }

    private void refused(Person person, String path, String title) {
        person.open(path);
        lookAs(person.page(), headed(person.page(), title));
    }

    private static String headed(Page page, String title) {
        assertThat(page.locator("h1").textContent()).isEqualTo(title);
        return title;
    }

    /** Pages that no link leads to as long as nobody has done anything. */
    private void somethingForEveryPage(People people) {
        Person operator = people.onPhone("Operator Kubu Perahu");
        new Wizard(operator).begin();
        String draft = path(operator.page().url()).replaceFirst("/family$", "");
        STEPS.forEach(step -> visit(operator, draft + "/" + step));

        Person worker = people.onPhone("TKSK Balik Bukit");
        worker.goTo("Tugas");
        worker.page().locator("input[name='item']").first().check();
        worker.press("Ambil");
        worker.page().waitForURL("**/worklist/bulk/*");
        look(worker.page(), path(worker.page().url()));
        visit(worker, "/worklist/postponed");
        whatAnswersWork(worker);
        Map<String, Object> deed = db.queryForMap(A_DEED);
        Person doer = people.onPhone((String) deed.get("display_name"));
        doer.open("/worklist/tasks/" + deed.get("task_id"));
        lookAs(doer.page(), "work that was done");
        Person province = people.onPhone("Dinsos Provinsi");
        province.open("/worklist/board/forecast");
        lookAs(province.page(), "forecast of a province");

        Person verifier = people.onPhone("Verifikator Dinsos");
        whatAnswersTicks(verifier);
        visit(verifier, "/worklist/unstaffed");
        visit(verifier, "/register/" + db.queryForObject("select min(id) from register.family", Long.class));

        Person officeHead = people.onPhone("Kepala Dinsos");
        officeHead.look("Setujui daftar kabupaten/kota", "Kabupaten Lampung Barat");
        officeHead.page().getByText("Buka daftar lengkap").click();
        officeHead.page().getByText("Kembalikan…").first().click();
        officeHead.page().waitForURL("**/items/*");
        look(officeHead.page(), path(officeHead.page().url()));
        visit(officeHead, "/finalization/calendar/1804");

        Map<String, Object> told = db.queryForMap(A_NOTICE);
        Person reader = people.onPhone((String) told.get("display_name"));
        visit(reader, "/worklist/notices/" + told.get("notice_id"));
        visit(reader, "/worklist/notices/" + told.get("notice_id") + "/alike");

        Person admin = people.onPhone("Pengelola Proses");
        admin.open("/processadmin/drafts");
        admin.page().locator("main details summary").first().click();
        admin.page().locator("main details form button").first().click();
        admin.page().waitForURL("**/processadmin/drafts/*");

        Person auditor = people.onPhone("Inspektorat");
        auditor.open("/casework/holds");
        auditor.page().locator("main details summary").first().click();
        auditor.fill("number", db.queryForObject("select min(case_ref) from proposal.proposal", String.class));
        auditor.fill("reason", "Surat pemeriksaan nomor 12 tahun 2026");
        auditor.press("Tahan");

        whatAnswersTheCalendar(admin);
        visit(admin, "/identity/second-factor");
        visit(admin, "/processadmin/cases/" + db.queryForObject(A_PROCESS, String.class));
        aPlanToMoveCases(admin);
        admin.open("/processadmin/bundles");
        admin.page().locator("main details summary").last().click();
        admin.fill("exportNote", "Untuk kabupaten tetangga");
        admin.page().waitForDownload(() -> admin.press("Unduh bungkusan"));
    }

    /** A form that is refused, and the keys that work the list. */
    private void whatAnswersWork(Person worker) {
        Page page = worker.page();
        worker.open("/worklist?tab=mine");
        page.keyboard().press("?");
        lookAs(page, "shortcuts");
        page.keyboard().press("Escape");
        page.locator(".work-item .work-title").first().click();
        worker.pressSend();
        page.locator(".alert-danger").first().waitFor();
        lookAs(page, "work whose form is refused");
    }

    /** What is asked when much is done at once. */
    private void whatAnswersTicks(Person verifier) {
        for (String deed : List.of("Serahkan…", "Putuskan sama…")) {
            ticks(verifier, "/worklist?task=decide-proposal", deed);
        }
        for (String deed : List.of("Alihkan…", "Beri catatan…", "Geser tenggat…")) {
            ticks(verifier, "/worklist/board/list?late=true", deed);
        }
    }

    private void ticks(Person person, String list, String deed) {
        person.open(list);
        person.page().locator("input[name='item']").first().check();
        person.press(deed);
        person.page().locator("input[type='hidden'][name='item']").first().waitFor(ATTACHED);
        lookAs(person.page(), "asked before: " + deed);
    }

    private void whatAnswersTheCalendar(Person admin) {
        Page page = admin.page();
        admin.open("/casework/calendar/hours");
        admin.press("Lihat akibatnya");
        page.locator(".field-error").first().waitFor();
        lookAs(page, "opening hours that are refused");
        admin.open("/casework/calendar/holiday");
        admin.fill("day", Clock.today(7));
        admin.fill("name", "Hari uji coba");
        admin.fill("source", "Surat uji coba");
        admin.press("Lihat akibatnya");
        page.locator("[name='shown']").first().waitFor(ATTACHED);
        lookAs(page, "what a holiday does");
    }

    private void aPlanToMoveCases(Person admin) {
        for (String name : List.of("Pertama", "Kedua")) {
            repository
                    .createDeployment()
                    .name(TWICE)
                    .addModelInstance(
                            TWICE + ".bpmn",
                            Bpmn.createExecutableProcess(TWICE)
                                    .name(name)
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent("begun")
                                    .userTask("look")
                                    .endEvent("ended")
                                    .done())
                    .deploy();
        }
        admin.open("/processadmin/migrations/plan?key=" + TWICE + "&source=1&target=2");
        admin.press("Periksa dan coba tanpa mengubah apa pun");
        look(admin.page(), path(admin.page().url()));
        admin.fill("reason", "Versi kedua berlaku untuk semua.");
        admin.press("Simpan rencana");
        admin.page().waitForURL(Pattern.compile(".*/processadmin/migrations/\\d+"));
        look(admin.page(), path(admin.page().url()));
    }

    /** One of each role: what differs between two villages is not how a page is built. */
    private static Collection<String> demoUsers(Person stranger) {
        stranger.open("/login");
        return stranger.page().locator("button[aria-label^='Masuk sebagai ']").all().stream()
                .map(button -> button.getAttribute("aria-label").substring("Masuk sebagai ".length()))
                .collect(Collectors.toMap(
                        name -> LOCAL.matcher(name).replaceFirst("$1"),
                        name -> name,
                        (first, next) -> first,
                        TreeMap::new))
                .values();
    }

    private void visit(Person person, String path) {
        person.open(path);
        look(person.page(), path);
    }

    private void walk(Page page) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> queued = new TreeSet<>();
        while (!waiting.isEmpty()) {
            Response answer = page.navigate(waiting.removeFirst());
            String here = path(page.url());
            if (answer.status() >= 400) {
                findings.add(here + " answers " + answer.status());
                continue;
            }
            look(page, here);
            links(page).forEach((link, kind) -> {
                if (!seen.contains(kind) && !tried.contains(kind) && queued.add(kind)) {
                    waiting.add(link);
                }
            });
        }
        tried.addAll(queued);
    }

    private void look(Page page, String path) {
        lookAs(page, kind(path, title(page)).orElse(path));
    }

    private void lookAs(Page page, String kind) {
        if (!seen.add(kind)) {
            return;
        }
        page.evaluate(UNFOLD);
        if (Axe.widerThanTheWindow(page)) {
            findings.add(kind + " is wider than the window");
        }
        if (Boolean.TRUE.equals(page.evaluate(SAME_DEED))) {
            findings.add(kind + " has two forms with one key");
        }
        Axe.findings(page).forEach(finding -> findings.add(kind + " " + finding));
    }

    /** Links of the page to other pages of ours, each with the kind of page it leads to. */
    @SuppressWarnings("unchecked")
    private Map<String, String> links(Page page) {
        Map<String, String> links = new LinkedHashMap<>();
        for (List<String> link : (List<List<String>>) page.evaluate(LINKS)) {
            kind(path(link.get(0)), link.get(1))
                    .filter(kind -> !NO_PAGES.contains(kind))
                    .ifPresent(kind -> links.putIfAbsent(link.get(0), kind));
        }
        return links;
    }

    private Optional<String> kind(String path, String title) {
        return doors.stream()
                .filter(door -> paths.match(door, path))
                .min(paths.getPatternComparator(path))
                .map(door -> door.equals(WORK) ? door + " " + title : door);
    }

    private static String title(Page page) {
        return page.locator("h1").first().textContent().strip();
    }

    private static String path(String url) {
        return url.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
    }

    private Set<String> unseen() {
        Set<String> unseen = new TreeSet<>(doors);
        unseen.removeAll(NO_PAGES);
        seen.forEach(kind -> unseen.remove(kind.startsWith(WORK) ? WORK : kind));
        return unseen;
    }
}
