package id.siks.journeys;

import com.microsoft.playwright.Page;

/** One person at one window. */
record Person(Page page) {

    /** Chooses the demo user {@code login} on the login page. */
    void logIn(String login) {
        page.navigate("/login");
        page.locator("button[value='" + login + "']").first().click();
        page.waitForURL("**/");
    }
}
