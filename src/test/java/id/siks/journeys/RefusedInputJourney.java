package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bad input gets a sentence at its field and loses nothing; what is not one's own does not exist. */
@Journey
class RefusedInputJourney {

    @LocalServerPort
    int port;

    @Test
    void badNumbersAndDatesAreToldAtTheirFields(People people) {
        Person operator = people.onPhone("Operator Way Mengaku");
        new Wizard(operator).begin();
        operator.fill("familyCardNumber", "18040401012O8601");
        operator.fill("members[0].nik", "1804041713858601");
        operator.fill("members[0].fullName", "Nama \u202Eterbalik");
        operator.fill("members[0].birthDate", "2999-01-01");
        operator.press("Simpan dan lanjut");

        Page page = operator.page();
        assertThat(page.locator("h1")).hasText("Keluarga dan anggotanya");
        refused(page, "familyCardNumber", "18040401012O8601");
        refused(page, "members[0].nik", "1804041713858601");
        // The invisible sign is gone, the letters are kept.
        refused(page, "members[0].fullName", "Nama terbalik");
        refused(page, "members[0].birthDate", "2999-01-01");
    }

    @Test
    void aPageThatCallsItselfAPhotoIsRefused(People people) {
        Person operator = people.onPhone("Operator Way Mengaku");
        new Wizard(operator).begin();
        Page page = operator.page();
        page.navigate(page.url().replace("/family", "/photos"));
        Locator card = page.locator("[id='photos.HOUSE_FRONT']");
        byte[] disguised = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        card.locator("input[type='file']").setInputFiles(new FilePayload("rumah.jpg", "image/jpeg", disguised));
        assertThat(card.locator(".field-error")).isVisible();
        assertThat(card.locator("figure")).hasCount(0);
    }

    @Test
    void aFileAboveTheLimitIsToldAtItsPhoto(People people, @TempDir Path folder) throws IOException {
        Person operator = people.onPhone("Operator Way Mengaku");
        new Wizard(operator).begin();
        Page page = operator.page();
        page.navigate(page.url().replace("/family", "/photos"));
        Locator card = page.locator("[id='photos.FAMILY_CARD']");
        // From the disk: what is handed to the browser by its driver takes a minute.
        Path large = Files.write(folder.resolve("kk.jpg"), new byte[27 * 1024 * 1024]);
        card.locator("input[type='file']").setInputFiles(large);
        assertThat(card.locator(".field-error")).containsText("terlalu besar");

        // A browser without scripts sends it.
        page.waitForResponse(answer -> answer.status() == 303, () -> card.locator("form")
                .evaluate("form => HTMLFormElement.prototype.submit.call(form)"));
        assertThat(page).hasURL(Pattern.compile("/photos$"));
        assertThat(card.locator("[id='photos.FAMILY_CARD-error'] .field-error")).containsText("terlalu besar");
        assertThat(page.locator(".field-error")).hasCount(1);
    }

    @Test
    void aPhotoGoesOnlyWhenAskedTwice(People people) {
        Person operator = people.onPhone("Operator Way Mengaku");
        new Wizard(operator).begin();
        Page page = operator.page();
        page.navigate(page.url().replace("/family", "/photos"));
        Locator card = page.locator("[id='photos.HOUSE_FRONT']");
        card.locator("input[type='file']").setInputFiles(new FilePayload("rumah.jpg", "image/jpeg", Drawing.house()));
        assertThat(card.locator("figure")).hasCount(1);

        card.getByText("Hapus", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(card.locator("figure")).hasCount(1);
        card.getByText("Ya, hapus foto ini").click();
        assertThat(card.locator("figure")).hasCount(0);
    }

    @Test
    void whatWasTypedOutlivesAnUpload(People people) {
        Person worker = people.onPhone("TKSK Balik Bukit");
        worker.goTo("Kunjungan");
        Page page = worker.page();
        page.getByText("Catat kunjungan").first().click();
        worker.tick("outcome", "NOBODY_HOME");
        worker.fill("note", "Pintu tertutup, tetangga tidak tahu.");
        page.locator("#photo-file").setInputFiles(new FilePayload("rumah.jpg", "image/jpeg", Drawing.house()));
        assertThat(page.locator(".photo-grid figure").first()).isVisible();
        assertThat(page.locator("[name='outcome'][value='NOBODY_HOME']")).isChecked();
        assertThat(page.locator("[name='note']")).hasValue("Pintu tertutup, tetangga tidak tahu.");
    }

    @Test
    void aTaskOfAnotherDistrictDoesNotExist(People people) {
        Person verifier = people.atDesk("Verifikator Dinsos");
        verifier.look("Putuskan usulan", "Sumber Jaya");
        Person elsewhere = people.onPhone("TKSK Balik Bukit");
        Response answer = elsewhere.page().navigate(verifier.page().url());
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aDecisionAlreadyMadeSaysWhoMadeIt(People people) {
        Person verifier = people.atDesk("Verifikator Dinsos");
        verifier.take("Putuskan usulan", "Sumber Jaya");
        Person secondWindow = new Person(verifier.page().context().newPage());
        secondWindow.open(verifier.page().url());
        verifier.tick("decision", "approve");
        verifier.tick("notOwnFamily", "true");
        verifier.send();

        secondWindow.tick("decision", "reject");
        secondWindow.choose("reasonCode", "OTHER");
        secondWindow.fill("reasonText", "Kalimat yang terlambat dikirim.");
        Response answer = secondWindow.page().waitForResponse("**/complete", secondWindow::pressSend);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(secondWindow.page().locator("main")).containsText("Verifikator Dinsos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proposal/a%2fb", "/proposal/%00", "/proposal/%ff%fe", "/evidence/..%5c..", "/%2e%2e%2f"})
    void anAddressThatIsNoneGetsAPageOfOurs(String path) throws Exception {
        HttpResponse<String> answer = answer(request(path).GET());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("lang=\"id\"").doesNotContain("HTTP Status");
    }

    @Test
    void aHeaderWithoutEndGetsAPageOfOurs() throws Exception {
        HttpResponse<String> answer =
                answer(request("/login").header("X-Long", "a".repeat(100_000)).GET());
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("HTTP Status");
    }

    @Test
    void aFileNameWithAnInvisibleEndIsNoFault() throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../a\0.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\nabc\r\n--x--\r\n";
        HttpResponse<String> answer = answer(request("/evidence/1/attachments")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("lang=\"id\"");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(Page page, String field, String typed) {
        Locator input = page.locator("[id='" + field + "']");
        assertThat(input).hasAttribute("aria-invalid", "true");
        assertThat(input).hasValue(typed);
        assertThat(page.locator(".field.is-invalid")
                        .filter(new Locator.FilterOptions().setHas(input))
                        .locator(".field-error")
                        .first())
                .isVisible();
    }
}
