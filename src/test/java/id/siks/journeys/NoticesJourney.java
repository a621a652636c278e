package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Somebody follows a link from outside, says how he wants to be told, and reads his news on a phone. */
@Journey
class NoticesJourney {

    @Test
    void whoComesFromOutsideLandsWhereHeWantedAndReadsHisNews(People people) {
        Person reader = people.stranger();
        Page page = reader.page();
        reader.open("/worklist/notices/settings");
        Locator press = page.locator("button[aria-label='Masuk sebagai Operator Pasar Liwa']");
        if (!press.isVisible()) {
            page.locator("details")
                    .filter(new Locator.FilterOptions().setHas(press))
                    .locator("summary")
                    .click();
        }
        press.click();
        page.waitForURL("**/worklist/notices/settings");

        saysThatThisServerSendsNoMail(page);
        choosesADailyDigest(reader);
        readsWhatHeWasTold(reader);
    }

    private static void saysThatThisServerSendsNoMail(Page page) {
        assertThat(page.locator("main")).containsText("Server ini tidak mengirim surel");
        assertThat(page.locator("#email")).hasCount(0);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    private static void choosesADailyDigest(Person reader) {
        Page page = reader.page();
        assertThat(page.locator("[name='home'][value='LATE']")).isDisabled();
        reader.tick("rhythm", "DAILY");
        reader.choose("dailyHour", "22");
        reader.press("Simpan");
        assertThat(page.locator(".field:has(#dailyHour)")).containsText("Jam 22.00 termasuk waktu tenang Anda");
        reader.choose("dailyHour", "7");
        reader.press("Simpan");
        assertThat(page.locator("main")).containsText("Tersimpan.");
        assertThat(page.locator("[name='rhythm'][value='DAILY']")).isChecked();
    }

    private static void readsWhatHeWasTold(Person reader) {
        Page page = reader.page();
        reader.open("/worklist/notices");
        Locator unread = page.locator(".notice.unread");
        int before = unread.count();
        assertThat(before).isPositive();
        Locator many = page.locator(".notice.unread:not([data-notice])").first();
        assertThat(many).containsText("kabar");
        many.locator(".told a").click();
        page.waitForURL("**/alike");
        reader.until(() -> {
            page.waitForTimeout(2_500);
            return page.locator(".notice").first().textContent().contains("Dilihat di SIKS-NG");
        });
        String group = page.url();
        reader.press("Tandai semuanya sudah dibaca");
        assertThat(unread).hasCount(0);
        assertThat(page.url()).isEqualTo(group);
        reader.open("/worklist/notices");
        assertThat(unread).hasCount(before - 1);
    }
}
