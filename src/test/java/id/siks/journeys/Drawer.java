package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

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
        page().locator("#panel-name").fill(name);
        page().locator("#panel-name").press("Tab");
    }

    /** Chooses in a list of the panel by the value. */
    void set(String list, String value) {
        page().locator(list).selectOption(value);
    }

    void save(String note) {
        page().locator("#note").fill(note);
        page().locator("#save button").click();
        assertThat(page().locator("#save-says .alert-success")).isVisible();
    }

    private Page page() {
        return person.page();
    }
}
