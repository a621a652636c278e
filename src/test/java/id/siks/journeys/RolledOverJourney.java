package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is agreed but not on the village's list when the cut-off passes goes into the next period; nobody enters it again. */
@Journey
// It closes the lists that the main job travels with.
@Order(Integer.MAX_VALUE)
class RolledOverJourney {

    @Test
    void whatMissesTheCutOffGoesOnInTheNextPeriod(People people) {
        Person head = people.onPhone("Kepala Desa Way Mengaku");
        head.take("Tandatangani hasil musyawarah", "Way Mengaku");
        List<String> refs = head.page().locator(".task-context a[href^='/proposal/']").all().stream()
                .map(link -> Person.caseIn(link.getAttribute("href")))
                .toList();
        head.tick("signature", "sign");
        head.tick("notOwnFamily", "true");
        head.send();

        Person operator = people.atDesk("Operator Way Mengaku");
        operator.open("/proposal/" + refs.get(0));
        operator.untilStatus("Disepakati musdes");
        new OfficeHead(people.atDesk("Kepala Dinsos")).closesTheVillagesNow();

        Page page = operator.page();
        Locator notice = new News(operator).of(refs.get(0), "Dialihkan ke periode berikutnya");
        assertThat(notice).containsText("Dialihkan ke periode berikutnya");
        assertThat(notice).containsText("Terlambat untuk periode ini");
        notice.locator("a").click();
        assertThat(page.locator(".case-status")).containsText("Disepakati musdes");
        operator.take("Finalisasi daftar desa/kelurahan", "Kabupaten Lampung Barat");
        assertThat(page.locator(".task-context")).containsText("Siap diusulkan: " + refs.size());
    }
}
