package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** An open list follows what happens elsewhere and leaves alone what somebody is typing. */
@Journey
class FreshListJourney {

    private static final String TYPED = "belum selesai";

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
