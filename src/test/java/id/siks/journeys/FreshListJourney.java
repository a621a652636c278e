package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import id.siks.area.AreaCode;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.worklist.model.TestWork;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An open list follows what happens elsewhere and leaves alone what somebody is typing. */
@Journey
class FreshListJourney {

    private static final AreaCode VILLAGE = new AreaCode("1813012002");
    private static final AreaCode MARKED = new AreaCode("1813012003");
    private static final AreaCode FILTERED = new AreaCode("1813012004");
    private static final String TYPED = "belum selesai";
    private static final String NEWS = "event: changed\ndata: 1\n\n";
    private static final int FIVE_MINUTES_MILLIS = 300_000;
    private static final String COUNT_LETTERS =
            """
            window.letters = 0;
            const ask = window.fetch;
            window.fetch = (address, ...rest) => {
              if (address.startsWith("/worklist/stamp")) window.letters++;
              return ask(address, ...rest);
            };""";

    @Autowired
    Accounts accounts;

    @Autowired
    TestWork work;

    @Test
    void anOpenListFollowsWithoutTouchingWhatIsTyped(People people) {
        Person reader = people.onPhone("Operator Kubu Perahu");
        reader.goTo("Tugas");
        Page list = reader.page();
        Locator free = list.locator("#work-live form .btn-primary");
        reader.until(() -> free.count() > 0);
        Locator search = list.locator("#work-q");
        search.fill(TYPED);

        Page elsewhere = list.context().newPage();
        elsewhere.navigate("/worklist");
        elsewhere.locator("#work-live form .btn-primary").first().click();
        elsewhere.waitForURL("**/worklist/tasks/*");

        assertThat(list.locator("#work-live .badge-blue").first()).hasText("Anda kerjakan");
        assertThat(search).hasValue(TYPED);
        assertThat(search).isFocused();
        new Person(elsewhere).press("Kembalikan ke tim");
        assertThat(list.locator("#work-live .badge-blue")).hasCount(0);
    }

    @Test
    void workThatComesToAnEmptyListIsTakenTogether(People people) {
        Actor operator = accounts.enrolDemo(
                "operator-daftar", "Operator Daftar Segar", List.of(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE)));
        Person reader = people.atDesk(operator.displayName());
        Page list = reader.page();
        reader.open("/worklist?who=free");
        list.locator(".filter-fold summary").click();
        reader.fill("name", "Bebas");
        reader.press("Simpan");
        reader.goTo("Tugas");
        assertThat(list.locator("#work-saved b")).hasText("0");

        List<String> come = List.of(work.open(VILLAGE, null), work.open(VILLAGE, null));

        assertThat(list.locator("#work-live .work-item")).hasCount(2);
        assertThat(list.locator("#work-saved b")).hasText("2");
        assertThat(list.locator("#bulk")).isHidden();
        list.locator("[data-pick-all] input").check();
        reader.press("Ambil");
        assertThat(list.locator(".alert-success")).containsText("2 berhasil.");
        come.forEach(work::drop);
        accounts.disable(operator.accountId());
    }

    /** The address it was sent to answers no reader. */
    @Test
    void aListWhoseFilterWasNotKeptFollowsAsWell(People people) {
        Actor operator = accounts.enrolDemo(
                "operator-saring", "Operator Daftar Disaring", List.of(Assignment.of(Role.VILLAGE_OPERATOR, FILTERED)));
        Person reader = people.atDesk(operator.displayName());
        Page list = reader.page();
        reader.open("/worklist?who=free");
        list.locator(".filter-fold summary").click();
        reader.press("Simpan");
        assertThat(list.locator(".field-error")).containsText("Beri nama");
        list.locator("h1").click();

        String come = work.open(FILTERED, null);

        assertThat(list.locator("#work-live .work-item")).hasCount(1);
        assertThat(list.locator("[data-refused]")).hasCount(0);
        assertThat(list.locator(".chip-off")).hasCount(1);
        work.drop(come);
        accounts.disable(operator.accountId());
    }

    /** It was asked for when nothing was marked, and comes when something is. */
    @Test
    void whatIsMarkedWhileTheListIsFetchedStaysMarked(People people) {
        Actor operator = accounts.enrolDemo(
                "operator-centang", "Operator Daftar Dicentang", List.of(Assignment.of(Role.VILLAGE_OPERATOR, MARKED)));
        String first = work.open(MARKED, null);
        Person reader = people.atDesk(operator.displayName());
        reader.goTo("Tugas");
        Page list = reader.page();
        AtomicReference<Route> fetched = new AtomicReference<>();
        list.route("**/worklist*", route -> {
            boolean late = route.request().headers().containsKey("hx-request") && fetched.compareAndSet(null, route);
            if (!late) {
                route.resume();
            }
        });
        String second = work.open(MARKED, null);
        list.waitForCondition(() -> fetched.get() != null);
        Locator mark = list.locator("input[name='item']").first();
        mark.check();
        fetched.get().resume();

        assertThat(list.locator("[data-changed]")).isVisible();
        assertThat(mark).isChecked();
        list.locator("[data-changed] button").click();
        assertThat(list.locator("#work-live .work-item")).hasCount(2);
        List.of(first, second).forEach(work::drop);
        accounts.disable(operator.accountId());
    }

    /**
     * For each news it asks for the letters of the page and at most once for the list, and where the line is blocked once a
     * minute: the limit on calls relies on it (requirement 21).
     */
    @Test
    void anOpenListAsksOnceForEachNewsAndEveryMinuteWithoutALine(People people) {
        Person reader = people.onPhone("Operator Kubu Perahu");
        Page list = reader.page();
        list.addInitScript(COUNT_LETTERS);
        list.clock().install();
        list.route(
                "**/worklist/changes",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("retry: 3600000\n\n" + NEWS + NEWS)));
        list.route("**/worklist/stamp", route -> route.fulfill(new Route.FulfillOptions().setBody("lain")));
        AtomicInteger fetched = new AtomicInteger();
        list.onRequest(request -> {
            if (request.headers().containsKey("hx-request")) {
                fetched.incrementAndGet();
            }
        });
        reader.goTo("Tugas");
        list.waitForCondition(() -> letters(list) == 2 && fetched.get() > 0);

        list.clock().runFor(FIVE_MINUTES_MILLIS);
        int letters = letters(list);
        assertThat(letters).isBetween(2 + 3, 2 + 5);
        list.waitForCondition(() -> fetched.get() > 2);
        assertThat(fetched.get()).isLessThanOrEqualTo(letters);
    }

    /** Requirements 19 and 22: what is open when the session ends, here or at another window, shows nobody's data any more. */
    @Test
    void anOpenListIsCoveredWhenTheSessionHasEnded(People people) {
        Person reader = people.onPhone("Operator Kubu Perahu");
        reader.goTo("Tugas");
        Page list = reader.page();
        Locator lines = list.locator("#work-live .work-item");
        reader.until(() -> lines.count() > 0);
        String line = lines.first().innerText();
        list.locator("#work-q").fill(TYPED);

        Page elsewhere = list.context().newPage();
        elsewhere.navigate("/");
        new Person(elsewhere).press("Keluar");
        elsewhere.waitForURL(address -> !address.endsWith("/logout"));
        list.bringToFront();

        assertThat(list.locator("main [role='alert']")).containsText("Sesi Anda sudah berakhir");
        assertThat(list.locator("body"))
                .not()
                .containsText(line.lines().findFirst().orElseThrow());
        assertThat(list.locator("body")).not().containsText("Kubu Perahu");
        assertThat(lines).hasCount(0);
        assertThat(list.locator("input")).hasCount(0);
        assertThat(list).hasTitle("SIKS-NG");
        list.locator("main a").click();
        assertThat(list).hasURL(Pattern.compile("/login$"));
    }

    private static int letters(Page list) {
        return (int) list.evaluate("letters");
    }

    @Test
    void filtersAreFoldedAndTakenOffOneByOneAndBackReturns(People people) {
        Person reader = people.onPhone("Verifikator Dinsos");
        reader.goTo("Tugas");
        Page page = reader.page();
        assertThat(page.locator("#f-due")).isHidden();
        page.locator(".filter-fold summary").click();
        page.locator("#f-due").selectOption("late");
        page.locator("#f-area").selectOption(new SelectOption().setIndex(1));
        assertThat(page.locator("#f-area")).not().hasValue("");
        reader.press("Terapkan");

        assertThat(page.locator(".chip-off")).hasCount(2);
        String filtered = page.url();
        page.locator(".chip-off").first().click();
        assertThat(page.locator(".chip-off")).hasCount(1);
        page.goBack();
        assertThat(page).hasURL(filtered);
        assertThat(page.locator(".chip-off")).hasCount(2);
    }
}
