package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody has chosen and written stays while he sends something else from the same page, and names are called with one tap. */
@Journey
class KeptDecisionJourney {

    private static final String VERIFIER = "Verifikator Dinsos";
    private static final String WHY = "Penghasilan keluarga ini cukup menurut kunjungan.";

    /** The sample's few decisions are needed elsewhere: this one goes back to the team. */
    @Test
    void aDecisionStaysWhileWorkIsPassedOnInVain(People people) {
        Person verifier = people.atDesk(VERIFIER);
        verifier.open("/worklist?task=decide-proposal&who=free");
        Page page = verifier.page();
        page.locator(".work-item .btn-primary").first().click();
        page.waitForURL("**/worklist/tasks/*");
        verifier.tick("decision", "reject");
        words(page).fill(WHY);

        sendFolded(page, "Minta bantuan rekan", "ask");
        kept(page);
        assertThat(page.locator("#task-form [role='alert']")).hasCount(0);
        sendFolded(page, "Tunda", "put-off");
        kept(page);
        assertThat(page.locator(".passing .field-error")).hasText("Pilih tanggalnya.");

        verifier.press("Kembalikan ke tim");
        Person.waitForList(page);
    }

    private static void sendFolded(Page page, String title, String deed) {
        page.locator(".passing summary", new Page.LocatorOptions().setHasText(title))
                .click();
        page.locator("[action$='/" + deed + "'] .btn-primary").click();
        page.waitForURL("**/" + deed);
        assertThat(page.locator(".passing .field-error").first()).isVisible();
    }

    private static void kept(Page page) {
        assertThat(page.locator("[name='decision'][value='reject']")).isChecked();
        assertThat(words(page)).hasValue(WHY);
    }

    private static Locator words(Page page) {
        return page.locator("#task-form textarea:visible").first();
    }

    @Test
    void aTapOnANameEndsTheCallThatWasBegun(People people) {
        Person verifier = people.atDesk(VERIFIER);
        verifier.open("/worklist?task=decide-proposal");
        Page page = verifier.page();
        page.locator(".work-item .work-title").first().click();
        page.waitForURL("**/worklist/tasks/*");
        verifier.open("/worklist/cases/" + Person.caseIn(page.locator("main").textContent()));
        page.locator(".call summary").click();
        Locator words = page.locator("#comment");
        Locator name = page.locator("button.chip").first();
        for (String begun : new String[] {"", "@", "@Ver"}) {
            words.fill("Tolong dilihat " + begun);
            name.click();
            assertThat(words).hasValue("Tolong dilihat " + name.textContent() + " ");
        }
        words.fill("Tulis kepada budi@");
        name.click();
        assertThat(words).hasValue(Pattern.compile("^Tulis kepada budi@ @.+ $"));
    }
}
