package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A proposal ends without effect, and the village reads why. */
@Journey
class EndedJourney {

    @Test
    void dinsosRejectsIt(People people) {
        Person verifier = people.atDesk("Verifikator Dinsos");
        verifier.take("Putuskan usulan", "Kubu Perahu");
        String ref = Person.caseIn(verifier.page().locator(".task-head").textContent());
        verifier.tick("decision", "reject");
        verifier.choose("reasonCode", "NOT_ELIGIBLE_CRITERIA");
        verifier.fill("reasonText", "Kunjungan menemukan rumah bertembok dan usaha yang berjalan.");
        verifier.send();

        Person operator = people.onPhone("Operator Kubu Perahu");
        operator.open("/proposal/" + ref);
        assertStatus(operator, "Ditolak Dinsos");
        assertThat(operator.page().locator("main")).containsText("Tidak memenuhi kriteria fakir miskin");
        assertThat(operator.page().locator("main")).containsText("usaha yang berjalan");
        assertThat(operator.page().locator("main")).containsText("Sampaikan hasil ini kepada keluarga");
    }

    @Test
    void theMeetingDeclinesIt(People people) {
        Person operator = people.onPhone("Operator Padang Cahya");
        operator.take("Catat hasil musyawarah", "Padang Cahya");
        Page page = operator.page();
        operator.upload("#scan-file", "berita-acara.jpg");
        operator.press("Unggah");
        assertThat(page.locator("main").getByText("Berita acara").first()).isVisible();
        operator.tick("route", "MINUTES");
        operator.fill("heldOn", Clock.today());
        operator.fill("place", "Balai pekon");
        operator.fill("attendance", "27");
        page.locator(".form-row").all().stream().skip(1).forEach(Verdicts::agree);
        Locator family = page.locator(".form-row").first();
        String ref = Person.caseIn(family.locator("> legend").textContent().replace('\u2011', '-'));
        Verdicts.decline(family, "NOT_ELIGIBLE_CRITERIA", "Warga menilai keluarga ini sudah mampu.");
        operator.send();

        Person head = people.onPhone("Kepala Desa Padang Cahya");
        head.take("Tandatangani hasil musyawarah", "Padang Cahya");
        assertThat(head.page().locator("main")).containsText("sudah mampu");
        head.tick("signature", "sign");
        head.tick("notOwnFamily", "true");
        head.send();

        operator.open("/casework/" + ref);
        operator.untilStatus("Tidak disepakati musdes");
        assertThat(page.locator("#timeline")).containsText("Warga menilai keluarga ini sudah mampu.");
    }

    @Test
    void theVillageWithdrawsIt(People people) {
        Person operator = people.onPhone("Operator Padang Cahya");
        operator.goTo("Usulan");
        Page page = operator.page();
        page.locator(".case-line")
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile("Siap dimusyawarahkan|Disepakati musdes")))
                .last()
                .click();
        page.getByText("Tarik usulan").first().click();
        operator.fill("reasonText", "Keluarga pindah ke kabupaten lain.");
        operator.press("Tarik usulan ini");
        assertStatus(operator, "Dibatalkan");
        page.getByText("Perjalanan usulan").click();
        assertThat(page.locator("#timeline")).containsText("Keluarga pindah ke kabupaten lain.");
    }

    private static void assertStatus(Person person, String status) {
        assertThat(person.page().locator("main .badge").first()).hasText(status);
    }
}
