package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.siks.models.SecondCheck;
import org.junit.jupiter.api.Test;

/**
 * A regency wants a second check: an administrator draws its form, draws the check from lists and plays it through; a second
 * person compares, asks history and releases; running cases are moved, one passes the new step, and everything is taken back.
 */
@Journey
class SecondCheckJourney {

    private static final String CHECK = "Periksa kedua";
    private static final String AGAIN = "setuju-lagi";
    private static final String INSTRUCTION = "Lihat putusan verifikator; setujui atau kembalikan kepadanya.";

    @Test
    void aSecondCheckIsDrawnReleasedRunningCasesMoveAndItIsTakenBack(People people) {
        Person admin = people.atDesk("Pengelola Proses");
        Person releaser = people.atDesk("Perilis Proses");
        drawForm(admin);
        release(releaser, propose(admin), "Formulir pemeriksaan kedua.");
        draw(new Drawer(admin));
        playThrough(new Drawer(admin));
        String trunk = propose(admin);
        compares(releaser, trunk);
        dryRuns(releaser);
        asksHistory(releaser);
        release(releaser, trunk, "Keputusan kepala dinas tentang pemeriksaan kedua.");
        move(admin, releaser, "1", "2");

        String ref = approve(people.atDesk("Verifikator Dinsos"));
        check(people.onPhone("Kepala Dinsos"), ref);
        takenBack(admin, releaser);
        move(admin, releaser, "2", "3");
    }

    /** Draws the form of the new task: a choice that has to be made, and room for a remark. */
    private static void drawForm(Person admin) {
        Page page = admin.page();
        admin.goTo("Rancangan");
        page.getByText("Rancangan baru dari lembar kosong").click();
        page.locator("#kind").selectOption("FORM");
        page.locator("#name").fill(SecondCheck.TASK);
        page.locator("#room").selectOption("proposal");
        admin.press("Mulai");
        page.waitForURL("**/processadmin/drafts/*");
        FormDrawer form = new FormDrawer(page);
        form.add("radio", "Setuju dengan putusan?", "periksaKedua");
        form.option(0, "Setuju", "AGREED");
        form.option(1, "Tidak setuju", "OPPOSED");
        form.require();
        form.add("textarea", "Catatan", "catatan");
        new Drawer(admin).save("Pemeriksaan kedua di Dinsos.");
        page.reload();
    }

    /** The head of the office checks what the verifier approves; who disagrees sends it back to be decided again. */
    private static void draw(Drawer drawer) {
        Page page = drawer.person().page();
        drawer.open("Usulan", "Usulan pendaftaran baru");
        drawer.choose("regency-decision-approve");
        drawer.add("Tugas orang");
        drawer.name(CHECK);
        drawer.set("#panel-role", "REGENCY_OFFICE_HEAD");
        drawer.set("#panel-form", SecondCheck.TASK);
        drawer.set("#panel-shows", "decide-proposal");
        drawer.fill("#panel-words", INSTRUCTION);
        drawer.set("#panel-deadline", "ladder");

        drawer.setLabelled("#panel-element", CHECK + " → Setujui, ikut daftar periode (Alur)");
        drawer.add("Gerbang pilihan");
        drawer.name("Setuju lagi?");
        drawer.set("#panel-connect", "decide-proposal");
        drawer.name("tidak");
        drawer.choose(AGAIN);
        drawer.setLabelled("#panel-default", "tidak → Putuskan usulan");
        drawer.setLabelled("#panel-element", "Setuju lagi? → Setujui, ikut daftar periode (Alur)");
        drawer.name("ya");
        drawer.set("#panel-value", "periksaKedua");
        drawer.set("#panel-answer", "AGREED");
        drawer.save("Kepala dinas memeriksa yang disetujui verifikator.");

        page.reload();
        assertThat(page.locator("#findings .finding-refused")).hasCount(0);
        drawer.choose(SecondCheck.TASK);
        assertThat(page.locator("#panel-shows")).hasValue("decide-proposal");
        assertThat(page.locator("#panel-words")).hasValue(INSTRUCTION);
    }

    /** A token that is not visited, nor put to a meeting, comes to the new task, and from there on to the list. */
    private static void playThrough(Drawer drawer) {
        Page page = drawer.person().page();
        drawer.person().press("Jalankan dengan token");
        drawer.turn("meeting-needed");
        drawer.turn("village-list-needed");
        drawer.turn("field-check-needed");
        drawer.play("proposal-submitted", SecondCheck.TASK);
        drawer.goOn(SecondCheck.TASK);
        assertThat(page.locator("[data-container-id='batch-awaited'] .bts-token-count"))
                .isVisible();
        drawer.person().press("Berhenti menjalankan");
    }

    /** Proposes the draft in view; answers the address of what waits for the second person. */
    private static String propose(Person admin) {
        return new Drawer(admin).propose("Kabupaten meminta pemeriksaan kedua.");
    }

    /** Both diagrams stand beside each other; what is new is marked on the second and can be jumped to. */
    private static void compares(Person releaser, String address) {
        Page page = releaser.page();
        page.navigate(address);
        Locator before = page.locator(".compare-pane").first();
        Locator after = page.locator(".compare-pane").last();
        assertThat(after.locator("[data-element-id='" + SecondCheck.TASK + "'].is-added"))
                .isVisible();
        assertThat(after.locator("[data-container-id='" + AGAIN + "'] .compare-sign.is-added"))
                .isVisible();
        assertThat(after.locator("[data-container-id='regency-decision-approve'] .compare-sign.is-changed"))
                .isVisible();
        assertThat(before.locator("[data-element-id='" + SecondCheck.TASK + "']"))
                .hasCount(0);
        page.locator(".compare-jump", new Page.LocatorOptions().setHasText(SecondCheck.TASK))
                .first()
                .click();
        assertThat(after.locator("[data-element-id='" + SecondCheck.TASK + "'].selected"))
                .isVisible();
    }

    /** What would become of the cases that run, before anything is released. */
    private static void dryRuns(Person releaser) {
        Locator trial = releaser.page().locator("#trial");
        // Every running case is tried, which takes a while on a busy machine.
        trial.locator("form button").click(new Locator.ClickOptions().setTimeout(90_000));
        assertThat(trial.locator("[role='status']").first()).containsText("perkara dapat pindah");
    }

    /** What the proposal would have meant for the cases that have ended. */
    private static void asksHistory(Person releaser) {
        releaser.page().locator("#replay form button").click();
        assertThat(releaser.page().locator("#replay")).containsText("Menempuh langkah tambahan: " + CHECK);
        assertThat(releaser.page().locator("#trial")).containsText("perkara dapat pindah");
    }

    private static void release(Person releaser, String address, String reason) {
        Page page = releaser.page();
        page.navigate(address);
        page.locator("[name='effect'][value='NOW']").check();
        page.locator("#reason").fill(reason);
        releaser.press("Rilis");
        assertThat(page.locator("main .badge").first()).hasText("Dirilis");
    }

    private static void move(Person admin, Person releaser, String source, String target) {
        Page page = admin.page();
        page.navigate("/processadmin/migrations/plan?key=proposal-trunk&source=" + source + "&target=" + target);
        page.locator("button[value='check']").click();
        assertThat(page.locator("[role='status']").first()).containsText("dapat pindah");
        page.locator("#reason").fill("Semua perkara memakai langkah yang sama.");
        page.locator("button[value='save']").click();
        page.waitForURL("**/processadmin/migrations/*");
        releaser.page().navigate(page.url());
        releaser.fill("reason", "Sudah dicoba, boleh jalan.");
        releaser.press("Mulai pindahkan");
        releaser.until(() -> releaser.page()
                .locator("main .badge")
                .first()
                .textContent()
                .strip()
                .equals("selesai"));
        assertThat(releaser.page().locator("[role='status']").first()).not().containsText("0 dari");
    }

    /** The verifier approves the first case that waits for him; answers its number. */
    private static String approve(Person verifier) {
        verifier.take("Putuskan usulan", "");
        String ref = Person.caseIn(verifier.page().locator("main").textContent());
        verifier.tick("decision", "approve");
        verifier.tick("notOwnFamily", "true");
        verifier.send();
        return ref;
    }

    /** The second check shows what the verifier saw, and leads on. */
    private static void check(Person head, String ref) {
        Page page = head.page();
        head.take(CHECK, "");
        assertThat(page.locator("main")).containsText(ref);
        assertThat(page.locator("h1")).hasText(CHECK);
        assertThat(page.locator("main")).containsText(INSTRUCTION);
        head.tick("periksaKedua", "AGREED");
        head.send();
        page.navigate("/casework/" + ref);
        assertThat(page.locator("#timeline")).containsText("Langkah tambahan selesai");
        assertThat(page.locator("#timeline")).containsText("Setuju dengan putusan?: Setuju");
        head.untilStatus("Disetujui Dinsos");
    }

    private static void takenBack(Person admin, Person releaser) {
        Page page = admin.page();
        page.navigate("/processadmin/releases/of/bpmn/proposal-trunk");
        page.locator("a[aria-label='Bandingkan: 1']").click();
        page.locator("#note").fill("Pemeriksaan kedua dihentikan.");
        admin.press("Usulkan kembali");
        page.waitForURL("**/processadmin/releases/*");
        release(releaser, page.url(), "Pemeriksaan kedua tidak diperlukan lagi.");
    }
}
