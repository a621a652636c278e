package id.siks.journeys;

import com.microsoft.playwright.Locator;

/** What a village meeting says of a family, on the form of its result. */
final class Verdicts {

    private Verdicts() {}

    /** Agrees to the family, and says why where the advice speaks against it. */
    static void agree(Locator family) {
        family.locator("input[value='AGREED']").check();
        Locator despite = family.locator("textarea[id^='despite']");
        if (despite.count() > 0) {
            despite.fill("Rumah keluarga ini akan digusur bulan depan.");
        }
    }

    /** Declines the family with a reason of the list and a sentence. */
    static void decline(Locator family, String reason, String sentence) {
        family.locator("input[value='DECLINED']").check();
        family.locator("select").selectOption(reason);
        family.locator("textarea[id^='reasonText']").fill(sentence);
    }
}
