package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who draws a form in its editor, without a mouse where that is possible. */
final class FormDrawer {

    private static final String OPTIONS = "staticOptions";

    private final Page page;

    FormDrawer(Page page) {
        this.page = page;
    }

    /** Adds a field at the end and has it in hand. */
    void add(String type, String label, String key) {
        // The form itself is drawn as an element too, a moment after the palette.
        String field = "[data-field-type='" + type + "']";
        Locator fields = page.locator(".fjs-form-editor .fjs-element" + field);
        int before = fields.count();
        page.locator(".fjs-palette-field" + field).press("Enter");
        assertThat(fields).hasCount(before + 1);
        fields.last().click();
        unfold("general");
        entry("label").locator("[contenteditable]").fill(label);
        entry("key").locator("input").fill(key);
    }

    /** Says what can be chosen at place {@code number}, from 0. */
    void option(int number, String label, String value) {
        unfold(OPTIONS);
        String option = OPTIONS + "-" + number;
        if (entry(option).count() == 0) {
            group(OPTIONS).locator(".bio-properties-panel-add-entry").click();
        }
        if (!entry(option + "-label").isVisible()) {
            entry(option)
                    .locator(".bio-properties-panel-collapsible-entry-header-title")
                    .click();
        }
        entry(option + "-label").locator("input").fill(label);
        entry(option + "-value").locator("input").fill(value);
    }

    /** The field in hand has to be filled in. */
    void require() {
        unfold("validation");
        entry("required").locator("input").check();
    }

    private void unfold(String id) {
        Locator head = group(id).locator("> .bio-properties-panel-group-header");
        // What was typed last is taken over when it is left, and moves what is below it.
        page.waitForCondition(() -> {
            if (head.getAttribute("class").contains(" open")) {
                return true;
            }
            head.locator(".bio-properties-panel-group-header-title").click();
            return false;
        });
    }

    private Locator group(String id) {
        return page.locator("[data-group-id='group-" + id + "']");
    }

    private Locator entry(String id) {
        return page.locator("[data-entry-id='" + id + "']");
    }
}
