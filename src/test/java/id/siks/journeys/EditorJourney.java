package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The editors lose nothing that was drawn, show what files from elsewhere bring, and say what a newcomer has to know. */
@Journey
class EditorJourney {

    private static final String ADMIN = "Pengelola Proses";
    private static final Path TRUNK = Path.of("bpmn/proposal/proposal-trunk.bpmn");
    private static final String EMPTY_PICTURE =
            "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement=\"nothing-drawn\" /></bpmndi:BPMNDiagram>";
    private static final Path MEETING = Path.of("bpmn/proposal/village-meeting.bpmn");

    @Test
    void whatWasDrawnOutlivesTheSession(People people) throws IOException {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        drawer.upload("kept-meeting.bpmn", copy(MEETING, "village-meeting", "kept-meeting"));
        drawer.choose("record-meeting");
        drawer.add("Tugas orang");
        drawer.name("Periksa dahulu");
        elsewhere(page).press("Keluar");

        page.bringToFront();
        page.locator("#note").fill("Ada yang diperiksa dahulu.");
        page.locator("#save .btn-primary").click();
        Locator over = page.locator("[data-session-over]");
        assertThat(over).containsText("sesi Anda sudah berakhir");
        Download drawn = page.waitForDownload(() -> drawer.person().press("Unduh gambar saya"));
        assertThat(Files.readString(drawn.path())).contains("periksa-dahulu");

        Page again = page.waitForPopup(() -> over.locator("a").click());
        new Person(again).logIn(ADMIN);
        page.bringToFront();
        drawer.save("Ada yang diperiksa dahulu.");
        assertThat(over).hasCount(0);
        assertThat(page.locator("#history .badge").first()).hasText("2");
        assertThat(page.locator("#history")).containsText("Ada yang diperiksa dahulu.");
        page.reload();
        drawer.choose("periksa-dahulu");
        assertThat(page.locator("#panel-name")).hasValue("Periksa dahulu");
    }

    @Test
    void whatCannotBeSavedBecomesADraftOfItsOwn(People people) throws IOException {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        drawer.upload("two-at-once.bpmn", copy(MEETING, "village-meeting", "two-at-once"));
        Person other = new Person(page.context().newPage());
        other.open(page.url());
        new Drawer(other).save("Lebih dahulu.");

        page.bringToFront();
        page.locator("#note").fill("Terlambat.");
        page.locator("#save .btn-primary").click();
        assertThat(page.locator("#save-says")).containsText("sudah menyimpan rancangan ini");
        page.locator("#note").fill("");
        drawer.person().press("Simpan sebagai rancangan terpisah");
        assertThat(page.locator("#note-error")).isVisible();
        page.locator("#note").fill("Tetap saya simpan.");
        String address = page.url();
        drawer.person().press("Simpan sebagai rancangan terpisah");
        page.waitForURL(url -> !url.equals(address) && url.matches(".*/processadmin/drafts/\\d+"));
        page.locator("#history summary").click();
        assertThat(page.locator("#history")).containsText("Tetap saya simpan.");
    }

    @Test
    void aDiagramWithoutPictureGetsOne(People people) throws IOException {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        String bare = copy(TRUNK, "proposal-trunk", "no-picture")
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        assertThat(bare).doesNotContain("BPMNShape");
        drawer.upload("no-picture.bpmn", bare);
        Locator remark = remark(page, "tidak membawa gambar");
        assertThat(remark).isVisible();
        assertThat(page.locator(".djs-shape[data-element-id='decide-proposal']"))
                .isVisible();
        assertThat(overlapping(page)).isEmpty();

        drawer.save("Dengan gambar.");
        page.reload();
        assertThat(page.locator(".djs-shape[data-element-id='decide-proposal']"))
                .isVisible();
        assertThat(remark).hasCount(0);
        assertThat(faults).isEmpty();
    }

    @Test
    void aDiagramThatDrawsNothingGetsAPicture(People people) throws IOException {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        String bare = copy(TRUNK, "proposal-trunk", "nothing-drawn")
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", EMPTY_PICTURE);
        assertThat(bare).contains("BPMNPlane").doesNotContain("BPMNShape");
        drawer.upload("nothing-drawn.bpmn", bare);
        assertThat(remark(page, "tidak membawa gambar; letak")).isVisible();
        assertThat(page.locator(".djs-shape[data-element-id='decide-proposal']"))
                .isVisible();
    }

    @Test
    void aDiagramTooLargeForAPictureIsSaidToBe(People people) throws IOException {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        String tasks = IntStream.rangeClosed(0, 5000)
                .mapToObj("<bpmn:userTask id=\"task-%d\" />"::formatted)
                .collect(Collectors.joining());
        String large = copy(TRUNK, "proposal-trunk", "too-large")
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceFirst("</bpmn:process>", tasks + "</bpmn:process>");
        drawer.upload("too-large.bpmn", large);
        assertThat(remark(page, "terlalu besar untuk digambar")).isVisible();
        assertThat(page.locator(".djs-shape")).hasCount(0);
    }

    private static Locator remark(Page page, String words) {
        return page.locator(".drawing-remark", new Page.LocatorOptions().setHasText(words));
    }

    /** Shapes that cover each other, though neither is within the other or at its edge. */
    private static List<?> overlapping(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                () => {
                  const shapes = [...document.querySelectorAll('.drawing-sheet .djs-shape')]
                    .filter(shape => !shape.dataset.elementId.endsWith('_label') && !/-delayed$/.test(shape.dataset.elementId))
                    .map(shape => ({ id: shape.dataset.elementId, box: shape.querySelector('.djs-visual > *').getBoundingClientRect() }));
                  const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
                  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
                  const edge = shape => document.querySelector(`[data-element-id="${shape.id}"] circle + circle`);
                  return shapes.filter(a => !edge(a) && shapes.some(b => a !== b && !edge(b)
                    && !apart(a.box, b.box) && !within(a.box, b.box) && !within(b.box, a.box))).map(a => a.id);
                }""");
    }

    @Test
    void aFlowWithoutBeginningIsNamed(People people) throws IOException {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        String torn = copy(MEETING, "village-meeting", "torn-flow")
                .replaceFirst(
                        "</bpmn:process>",
                        "<bpmn:sequenceFlow id=\"lost\" name=\"tersesat\" targetRef=\"record-meeting\" /></bpmn:process>");
        drawer.upload("torn-flow.bpmn", torn);
        assertThat(page.locator(".drawing-remark:visible")).containsText("alur tersesat (? → Catat hasil musyawarah)");
        assertThat(page.locator(".bjsl-button")).isVisible();
        assertThat(page.locator("[data-rule='rule-error']")).hasCount(0);
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsAddedBehindAStepStandsInItsWay(People people) throws IOException {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        drawer.upload("in-the-way.bpmn", copy(MEETING, "village-meeting", "in-the-way"));
        drawer.choose("record-meeting");
        assertThat(page.locator(".panel-next button", new Page.LocatorOptions().setHasText("Akhir")))
                .hasCount(0);
        drawer.add("Tugas orang");
        drawer.name("Baca ulang");
        List<String> elements = page.locator("#panel-element option").allTextContents();
        assertThat(elements)
                .contains("Catat hasil musyawarah → Baca ulang (Alur)", "Baca ulang → Tandatangani hasil (Alur)")
                .doesNotContain("Catat hasil musyawarah → Tandatangani hasil (Alur)");
        assertThat(elements)
                .doesNotHaveDuplicates()
                .contains("ya: dari «Ditandatangani?» ke «Sampaikan hasil ke usulan» (Alur)")
                .contains("Tenggat: di tepi «Catat hasil musyawarah» (Kejadian di tepi tugas)");

        drawer.choose("baca-ulang");
        page.locator(".djs-context-pad [data-action='append.user-task']").click();
        assertThat(page.locator("#panel-element option:checked")).containsText("Tugas orang tanpa nama");
        assertThat(page.locator(".drawing-side")).containsText("Beri nama tugas ini lebih dahulu");
        assertThat(page.locator("[data-container-id='baca-ulang'] [data-rule='no-implicit-split']"))
                .hasCount(0);
    }

    @Test
    void anAnswerIsChosenAndNeverSupposed(People people) {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        drawer.open("Usulan", "Usulan pendaftaran baru");
        drawer.choose("meeting-needed-no");
        assertThat(page.locator("#panel-answer")).hasValue("false");
        String other = (String) page.locator("#panel-value")
                .evaluate("list => [...list.options].find(o => o.value && o.value !== list.value).value");
        drawer.set("#panel-value", other);
        assertThat(page.locator("#panel-value")).hasValue(other);
        assertThat(page.locator("#panel-answer")).hasValue("");
        assertThat(page.locator("#panel-value option:checked")).not().containsText(other);
        drawer.drop();
    }

    @Test
    void valuesCalledAlikeAreToldApart(People people) throws IOException {
        Drawer drawer = drawer(people);
        String rule =
                """
                <bpmn:businessRuleTask id="%1$s" name="Beri saran" camunda:decisionRef="poverty-level"
                  camunda:mapDecisionResult="singleEntry" camunda:resultVariable="%1$sResult" />""";
        String twice = copy(MEETING, "village-meeting", "called-alike")
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceFirst("</bpmn:process>", rule.formatted("one") + rule.formatted("two") + "</bpmn:process>");
        drawer.upload("called-alike.bpmn", twice);
        drawer.choose("meeting-signed-yes");
        assertThat(drawer.person().page().locator("#panel-value option").allTextContents())
                .doesNotHaveDuplicates()
                .contains("Beri saran · oneResult", "Beri saran · twoResult");
    }

    @Test
    void aTokenCanBePlayedWhateverIsInView(People people) {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        drawer.open("Usulan", "Usulan pendaftaran baru");
        page.locator("[data-action='create.user-task']").hover();
        assertThat(page.locator(".djs-palette-tooltip-label")).hasText("Tugas orang");
        page.locator(".drawing-tools").getByText("Seluruhnya").click();
        drawer.person().press("Jalankan dengan token");
        assertThat(page.locator(".drawing-remark:visible")).containsText("Mulai dengan tombol ▶");
        Locator start = page.locator("[data-container-id='proposal-submitted'] button[title='Jalankan']");
        assertThat(start).isVisible();
        assertThat(page.locator(".bjsl-button")).isHidden();
        page.locator(".drawing-tools").getByText("Seluruhnya").click();
        assertThat(start).isVisible();
        page.locator("button[title='Tampilkan catatan jalannya']").click();
        assertThat(page.locator(".drawing > .bts-log")).isVisible();
        drawer.drop();
    }

    @Test
    void rowsAreAddedAndTakenBackByButtons(People people) {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        drawer.open("Umum", "Tenggat tugas dalam hari kerja");
        Locator rows = page.locator(".tjs-table tbody tr");
        assertThat(rows.first()).isVisible();
        int before = rows.count();
        assertThat(page.getByText("Urungkan")).isDisabled();
        drawer.person().press("Tambah baris");
        assertThat(rows).hasCount(before + 1);
        drawer.person().press("Urungkan");
        assertThat(rows).hasCount(before);
        drawer.person().press("Ulangi");
        assertThat(rows).hasCount(before + 1);
        drawer.drop();
    }

    @Test
    void aNewFieldSaysWhatIsKept(People people) {
        Drawer drawer = drawer(people);
        Page page = drawer.person().page();
        drawer.upload("second-word.form", "{\"type\":\"default\",\"id\":\"second-word\",\"components\":[]}");
        page.locator(".fjs-palette-field[data-field-type='radio']").press("Enter");
        Locator field = page.locator(".fjs-form-editor .fjs-element[data-field-type='radio']");
        assertThat(field).containsText("Pilih satu");
        assertThat(field).containsText("Nilai");
        field.click();
        assertThat(page.locator("[data-group-id='group-valuesSource'] option[value='expression']"))
                .isHidden();
        drawer.save("Satu pilihan.");
        page.reload();
        assertThat(page.locator(".fjs-form-editor")).containsText("Pilih satu");
        String address = page.url() + "/content";
        assertThat((String) page.evaluate("address => fetch(address).then(kept => kept.text())", address))
                .contains("\"Pilih satu\"", "\"Nilai\"")
                .doesNotContain("\"Value\"");
    }

    private static Drawer drawer(People people) {
        return new Drawer(people.atDesk(ADMIN));
    }

    private static Person elsewhere(Page page) {
        Page other = page.context().newPage();
        other.navigate("/");
        return new Person(other);
    }

    /** A model under another name, which nobody else draws at. */
    private static String copy(Path model, String key, String other) throws IOException {
        return Files.readString(model)
                .replace("id=\"" + key + "\"", "id=\"" + other + "\"")
                .replace("bpmnElement=\"" + key + "\"", "bpmnElement=\"" + other + "\"");
    }
}
