package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import id.siks.area.AreaCode;
import id.siks.worklist.model.TestWork;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** List and task without a mouse, and many pieces of work at once. */
@Journey
class KeyboardJourney {

    private static final String FOCUSED = ".work-item .work-title:focus";
    private static final String OPERATOR = "Operator Way Mengaku";
    private static final AreaCode VILLAGE = new AreaCode("1804041003");
    private static final String VERIFIER = "Verifikator Dinsos";
    private static final String COLLEAGUE = "Verifikator Kedua";
    private static final String LATE_DECISIONS = "/worklist?task=decide-proposal&due=late&who=free";
    private static final int MOST_TABS = 150;

    @Autowired
    TestWork work;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    /** Goods to weigh are nobody else's business. */
    @AfterEach
    void theGoodsAreGone() {
        tasks.createTaskQuery().processDefinitionKey("test-weighing").list().forEach(task -> work.drop(task.getId()));
        repository
                .createDeploymentQuery()
                .deploymentName("test-weighing")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void theListIsWorkedByKeys(People people) {
        Person verifier = people.atDesk("Verifikator Dinsos");
        verifier.goTo("Tugas");
        Page page = verifier.page();
        verifier.until(() -> page.locator(".work-item").count() > 0);

        page.keyboard().press("j");
        assertThat(page.locator(".work-item").first().locator(".work-title")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("k");
        assertThat(page.locator(FOCUSED)).hasCount(1);
        page.keyboard().press("x");
        assertThat(page.locator("[data-picked]")).hasText("1");

        page.keyboard().press("/");
        assertThat(page.locator("#work-q")).isFocused();
        page.keyboard().type("jx?c");
        assertThat(page.locator("#work-q")).hasValue("jx?c");
        assertThat(page.locator("[data-picked]")).hasText("1");
        assertThat(page.locator("[data-shortcuts]")).isHidden();
        page.locator("#work-q").fill("");
        page.locator("#work-q").blur();

        page.keyboard().press("?");
        assertThat(page.locator("[data-shortcuts]")).isVisible();
        page.keyboard().press("?");
        assertThat(page.locator("[data-shortcuts]")).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/worklist/tasks/*");
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void theListsOfTheBoardAreWorkedByKeysToo(People people) {
        Person verifier = people.atDesk(VERIFIER);
        verifier.open("/worklist/board/list?task=finalize-village");
        Page page = verifier.page();

        page.keyboard().press("j");
        assertThat(page.locator(".work-item").first().locator(".work-title")).isFocused();
        page.keyboard().press("x");
        assertThat(page.locator("input[name='item']:checked")).hasCount(1);
        page.keyboard().press("?");
        assertThat(page.locator("[data-shortcuts]")).isVisible();
    }

    @Test
    void nothingIsTakenThatNobodyStandsAtAndTheKeysCanBeSwitchedOff(People people) {
        Person verifier = people.atDesk(VERIFIER);
        verifier.open(LATE_DECISIONS);
        Page page = verifier.page();
        page.keyboard().press("c");
        assertThat(page.locator("h1")).hasText("Daftar kerja");

        page.keyboard().press("?");
        tabTo(page, "[data-shortcuts-on]");
        page.keyboard().press("Space");
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        assertThat(page.locator(FOCUSED)).hasCount(0);
        page.reload();
        page.keyboard().press("?");
        assertThat(page.locator("[data-shortcuts]")).isHidden();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(FOCUSED)).hasCount(1);

        page.locator("[data-show-shortcuts]").click();
        page.locator("[data-shortcuts-on]").check();
        page.keyboard().press("Escape");
        page.keyboard().press("k");
        assertThat(page.locator(FOCUSED)).hasCount(1);
    }

    @Test
    void aTaskIsTakenFilledAndSentByKeys(People people) {
        work.open(VILLAGE, null, "Beras dan minyak");
        Person operator = people.atDesk(OPERATOR);
        operator.open("/worklist?task=weigh-goods");
        Page page = operator.page();
        page.keyboard().press("j");
        page.keyboard().press("c");
        page.waitForURL("**/worklist/tasks/*");

        tabTo(page, "#task-form [name='weight']");
        page.keyboard().type("200");
        page.keyboard().press("Enter");
        assertThat(page.locator(".field-error").first()).isVisible();
        tabTo(page, "#task-form [name='weight']");
        page.keyboard().press("Control+A");
        page.keyboard().type("20");
        tabTo(page, "#task-form .btn-primary");
        page.keyboard().press("Enter");
        assertThat(page.locator(".alert-success")).containsText("Selesai.");
    }

    @Test
    void oneTaskAfterTheOtherIsOpenedAndSentByKeys(People people) {
        work.open(VILLAGE, null, "Gula");
        work.open(VILLAGE, null, "Garam");
        Person operator = people.atDesk(OPERATOR);
        operator.open("/worklist?task=weigh-goods");
        Page page = operator.page();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/worklist/tasks/*");
        String first = page.url();
        assertThat(isTaken(page.locator("body"), "key: 'j', repeat: true"))
                .as("a held key leads to one task, not through all of them")
                .isFalse();
        page.keyboard().press("j");
        page.waitForURL(url -> url.contains("/worklist/tasks/") && !url.equals(first));
        page.keyboard().press("k");
        page.waitForURL(first);
        page.keyboard().press("?");
        assertThat(page.locator("[data-shortcuts]")).containsText("Kirim tugas dan buka berikutnya");
        page.keyboard().press("?");

        page.keyboard().press("c");
        assertThat(page.locator("#task-form")).isVisible();
        page.keyboard().press("j");
        page.waitForURL(url -> url.contains("/worklist/tasks/") && !url.equals(first));
        page.keyboard().press("k");
        page.waitForURL(first);
        tabTo(page, "#task-form [name='weight']");
        page.keyboard().type("2");
        page.locator("[data-show-shortcuts]").focus();
        page.keyboard().press("j");
        assertThat(page.locator("#task-form [name='weight']")).hasValue("2");
        page.locator("#task-form [name='weight']").focus();
        page.keyboard().press("End");
        page.keyboard().type("0");
        Locator link = page.locator(".task-head a[rel='next']");
        assertThat(isTaken(link, "key: 'Enter', ctrlKey: true"))
                .as("a link is opened beside")
                .isFalse();
        Locator weight = page.locator("#task-form [name='weight']");
        assertThat(isTaken(weight, "key: 'Enter', ctrlKey: true, repeat: true")).isFalse();
        weight.focus();
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> url.contains("/worklist/tasks/") && url.contains("done="));
        assertThat(page.locator(".alert-success")).containsText("Selesai.");
        assertThat(page.locator(".task-take button")).isVisible();
    }

    @Test
    void workIsLentPutOffAndGivenByKeysAndComesBack(People people) {
        Person verifier = people.atDesk(VERIFIER);
        verifier.open(LATE_DECISIONS);
        Page page = verifier.page();
        page.keyboard().press("j");
        page.keyboard().press("c");
        page.waitForURL("**/worklist/tasks/*");
        String task = page.url();

        unfold(page, "Minta bantuan rekan");
        tabTo(page, "#askTo");
        page.keyboard().type(COLLEAGUE);
        tabTo(page, "#askText");
        page.keyboard().type("Tolong periksa fotonya.");
        tabTo(page, "[action$='/ask'] button");
        page.keyboard().press("Enter");
        assertThat(page.locator(".alert-info").first()).containsText(COLLEAGUE);
        verifier.open("/worklist?tab=waiting");
        assertThat(page.locator(".work-item").filter(new Locator.FilterOptions().setHasText(COLLEAGUE)))
                .hasCount(1);

        Page second = people.atDesk(COLLEAGUE).page();
        second.navigate(task);
        tabTo(second, "#answer");
        second.keyboard().type("Fotonya jelas.");
        tabTo(second, "[action$='/answer'] button");
        second.keyboard().press("Enter");
        Person.waitForList(second);

        page.navigate(task);
        unfold(page, "Tunda");
        tabTo(page, "#followUp");
        // In which order a day is typed is the browser's affair.
        verifier.fill("followUp", Clock.today(1));
        tabTo(page, "[action$='/put-off'] button");
        page.keyboard().press("Enter");
        assertThat(page.locator(".passing")).containsText("Ditunda sampai");

        unfold(page, "Serahkan kepada rekan");
        tabTo(page, "#giveTo");
        page.keyboard().type(COLLEAGUE);
        tabTo(page, "[action$='/give'] button");
        page.keyboard().press("Enter");
        Person.waitForList(page);
        second.navigate(task);
        tabTo(second, "[form='task-release']");
        second.keyboard().press("Enter");
        Person.waitForList(second);
    }

    /** The sample's few decisions are needed elsewhere: the answer for all of them is refused here, and nothing happens. */
    @Test
    void theAnswerForManyIsRefusedAtItsFieldAndManyAreGiven(People people) {
        Person verifier = people.atDesk(VERIFIER);
        Page page = verifier.page();
        verifier.open(LATE_DECISIONS);
        int late = page.locator("input[name='item']").count();
        ticksAll(verifier);
        verifier.press("Putuskan sama…");
        verifier.tick("decision", "reject");
        verifier.press("Kirim untuk " + late + " pekerjaan");
        assertThat(page.locator(".field-error").first()).isVisible();
        verifier.open(LATE_DECISIONS);
        assertThat(page.locator("input[name='item']")).hasCount(late);

        ticksAll(verifier);
        verifier.press("Serahkan…");
        page.locator("#giveTo").selectOption(new SelectOption().setLabel(COLLEAGUE));
        verifier.press("Serahkan");
        assertThat(page.locator(".alert-success")).containsText(late + " berhasil");
        Person colleague = people.atDesk(COLLEAGUE);
        colleague.open("/worklist?tab=mine");
        ticksAll(colleague);
        colleague.press("Kembalikan ke tim");
        assertThat(colleague.page().locator(".alert-success")).containsText(late + " berhasil");
    }

    /** True when the page makes something of a key pressed at an element. */
    private static boolean isTaken(Locator element, String key) {
        return !(Boolean) element.evaluate(
                "e => { e.focus(); return e.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, cancelable: true, "
                        + key + "})); }");
    }

    private static void ticksAll(Person person) {
        person.page().locator("[data-pick-all] input").check();
    }

    /** Goes on with the tab key until an element has the focus. */
    private static void tabTo(Page page, String element) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (page.locator(element + ":focus").count() > 0) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("No way leads to " + element + " with the tab key");
    }

    private static void unfold(Page page, String name) {
        Locator fold = page.locator(".passing summary").filter(new Locator.FilterOptions().setHasText(name));
        for (int i = 0;
                i < MOST_TABS && !Boolean.TRUE.equals(fold.evaluate("f => f === document.activeElement"));
                i++) {
            page.keyboard().press("Tab");
        }
        assertThat(fold).isFocused();
        page.keyboard().press("Enter");
    }

    @Test
    void workIsTickedTakenAndGivenBackOnAPhone(People people) {
        Person worker = people.onPhone("TKSK Balik Bukit");
        worker.goTo("Tugas");
        Page page = worker.page();
        worker.until(() -> page.locator("input[name='item']").count() > 0);
        page.locator("input[name='item']").first().check();
        worker.press("Ambil");
        page.waitForURL("**/worklist/bulk/*");
        assertThat(page.locator(".list-item .badge").first()).hasText(Pattern.compile("Berhasil|Tidak dilakukan"));
        page.locator(".list-item .work-title").first().click();
        page.waitForURL("**/worklist/tasks/*");
        assertThat(page.locator(".passing")).containsText("Tunda");
        worker.open("/identity/leave");
        assertThat(page.locator("h1")).hasText("Cuti dan Plt.");
    }
}
