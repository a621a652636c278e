package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What somebody types into a draft is saved, or the page says that it is not and asks before it is left. */
@Journey
class DraftKeptJourney {

    private static final String OPERATOR = "Operator Way Mengaku";
    private static final String ASKED = "beforeunload";

    /** The line breaks after the server has saved and before it has said so. */
    @Test
    void aSaveWhoseAnswerIsLostIsRepeatedAndTheRestFollows(People people) {
        Page page = begun(people);
        firstAnswerLost(page);
        AtomicInteger answered = answered(page);
        page.locator("[name='address']").fill("Dusun Perjalanan No. 8");
        assertThat(note(page)).containsText("sambungan terputus");
        page.locator("[name='hamlet']").fill("Dusun Perjalanan");
        // What was lost comes first, what was typed since then second.
        page.waitForCondition(() -> answered.get() == 2);
        assertThat(note(page)).containsText("Tersimpan");

        page.reload();
        assertThat(page.locator("[name='address']")).hasValue("Dusun Perjalanan No. 8");
        assertThat(page.locator("[name='hamlet']")).hasValue("Dusun Perjalanan");
    }

    @Test
    void theButtonAsksAgainForASaveWithoutAnAnswer(People people) {
        Page page = begun(people);
        firstAnswerLost(page);
        page.locator("[name='address']").fill("Dusun Perjalanan No. 9");
        assertThat(note(page)).containsText("sambungan terputus");
        new Person(page).press("Simpan dan lanjut");
        assertThat(page.locator("h1")).hasText("Keadaan rumah");
    }

    @Test
    void whatCannotBeTakenYetIsNotSavedAndOneIsAskedBeforeLeaving(People people) {
        Page page = begun(people);
        List<String> asked = asked(page);
        page.locator("[name='address']").fill("Dusun Perjalanan No. 10");
        page.locator("[name='members[0].nik']").click();
        page.locator("[name='members[0].nik']").fill("180404010120860");
        assertThat(note(page)).containsText("ada isian yang belum dapat diterima");
        page.navigate("/proposal");
        assertThat(asked).containsExactly(ASKED);
    }

    @Test
    void whatWasChangedElsewhereIsNotOverwrittenAndOneIsAskedBeforeLeaving(People people) {
        Page page = begun(people);
        Page other = page.context().newPage();
        other.navigate(page.url());
        other.locator("[name='address']").fill("Dusun Lain No. 1");
        assertThat(note(other)).containsText("Tersimpan");

        List<String> asked = asked(page);
        page.locator("[name='address']").click();
        page.locator("[name='address']").fill("Dusun Perjalanan No. 11");
        assertThat(note(page)).containsText("sudah diubah di tempat lain");
        page.navigate("/proposal");
        assertThat(asked).containsExactly(ASKED);
        other.reload();
        assertThat(other.locator("[name='address']")).hasValue("Dusun Lain No. 1");
    }

    private static Page begun(People people) {
        Person operator = people.onPhone(OPERATOR);
        new Wizard(operator).begin();
        return operator.page();
    }

    private static void firstAnswerLost(Page page) {
        AtomicInteger saves = new AtomicInteger();
        page.route("**/family", route -> {
            if (isSave(route.request()) && saves.incrementAndGet() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
    }

    /** How many saves have had their answer so far. */
    private static AtomicInteger answered(Page page) {
        AtomicInteger saves = new AtomicInteger();
        page.onRequestFinished(request -> {
            if (isSave(request)) {
                saves.incrementAndGet();
            }
        });
        return saves;
    }

    private static boolean isSave(Request request) {
        return "POST".equals(request.method())
                && "application/json".equals(request.headers().get("accept"));
    }

    private static Locator note(Page page) {
        return page.locator("[data-saved]");
    }

    private static List<String> asked(Page page) {
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        return asked;
    }
}
