package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;

/** Somebody at the editor of process diagrams, who chooses and never types a word of the engine. */
record Drawer(Person person) {

    /** Opens what is in force, or the draft of it that is under way, from the list of the room. */
    void open(String room, String title) {
        Page page = page();
        person.goTo("Rancangan");
        page.locator("details")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".card-title", new Page.LocatorOptions().setHasText(room))))
                .first()
                .locator("summary")
                .click();
        page.locator("button[aria-label^='Buka di penyunting: " + title + ",']").click();
        page.waitForURL("**/processadmin/drafts/*");
        assertThat(page.locator("#findings")).isVisible();
    }

    /** Begins a draft from a file of that name and opens it. */
    void upload(String name, String content) {
        Page page = page();
        person.goTo("Rancangan");
        page.getByText("Unggah berkas sebagai rancangan").click();
        page.locator("#draft-file")
                .setInputFiles(new FilePayload(name, "application/xml", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("#uploadRoom").selectOption("proposal");
        page.locator("form:has(#draft-file) #note").fill("Dari berkas.");
        person.press("Unggah");
        page.waitForURL("**/processadmin/drafts/*");
        assertThat(page.locator("#findings")).isVisible();
    }

    /** Chooses an element by its id. */
    void choose(String element) {
        page().locator("#panel-element").selectOption(element);
    }

    /** Adds something of that kind behind the element in hand, or into the flow in hand. */
    void add(String kind) {
        page().locator(".panel-next button", new Page.LocatorOptions().setHasText(kind))
                .click();
    }

    void name(String name) {
        fill("#panel-name", name);
    }

    /** Fills a field of the panel and leaves it. */
    void fill(String field, String text) {
        page().locator(field).fill(text);
        page().locator(field).press("Tab");
    }

    /** Chooses in a list of the panel by the value. */
    void set(String list, String value) {
        page().locator(list).selectOption(value);
    }

    /** Chooses in a list of the panel by what people read. */
    void setLabelled(String list, String label) {
        page().locator(list).selectOption(new SelectOption().setLabel(label));
    }

    void save(String note) {
        page().locator("#note").fill(note);
        page().locator("#save .btn-primary").click();
        assertThat(page().locator("#save-says .alert-success")).isVisible();
    }

    /** Proposes what is drawn, in which nothing is refused; the address of the proposal. */
    String propose(String note) {
        Page page = page();
        assertThat(page.locator("#findings .finding-refused")).hasCount(0);
        Locator proposing = page.locator("details:has(#propose-note)");
        if (proposing.getAttribute("open") == null) {
            proposing.locator("summary").click();
        }
        page.locator("#propose-note").fill(note);
        proposing.locator("button").click();
        page.waitForURL("**/processadmin/releases/*");
        return page.url();
    }

    /** Throws the draft away; others draw at the same process. */
    void drop() {
        page().locator("details:has(#reason) > summary").click();
        page().locator("#reason").fill("Hanya mencoba.");
        page().locator("form:has(#reason) button").click();
        assertThat(page().locator("main .badge").first()).hasText("Dibuang");
    }

    /** Chooses the next answer of a gateway while a token plays. */
    void turn(String gateway) {
        button(gateway, "Ganti alur yang dipilih").dispatchEvent("click");
    }

    /** Lets a token walk from {@code start}; it stops at {@code goal}. */
    void play(String start, String goal) {
        button(goal, "Berhenti di sini").dispatchEvent("click");
        page().locator(".bts-animation-speed-button[data-speed='2']").click();
        button(start, "Jalankan").dispatchEvent("click");
        assertThat(page().locator("[data-container-id='" + goal + "'] .bts-token-count"))
                .isVisible();
    }

    /** Lets the token that waits at {@code element} go on. */
    void goOn(String element) {
        button(element, "Jalankan").dispatchEvent("click");
    }

    private Locator button(String element, String title) {
        return page().locator("[data-container-id='" + element + "'] button[title='" + title + "']");
    }

    private Page page() {
        return person.page();
    }
}
