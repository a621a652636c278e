package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import id.siks.journeys.Household.Adult;
import java.util.List;
import java.util.Map;

/** The five steps in which an operator proposes a family. */
class Wizard {

    /** A house of bamboo on bare earth: name of the tile and the answer. */
    private static final Map<String, String> HOUSE = Map.ofEntries(
            Map.entry("hasShelter", "true"),
            Map.entry("buildingTenure", "1"),
            Map.entry("landTenure", "1"),
            Map.entry("floor", "9"),
            Map.entry("wall", "4"),
            Map.entry("roof", "6"),
            Map.entry("roofCondition", "2"),
            Map.entry("drinkingWater", "7"),
            Map.entry("waterAccess", "3"),
            Map.entry("cookingFuel", "8"),
            Map.entry("toiletUse", "4"),
            Map.entry("faecesDisposal", "5"),
            Map.entry("earnerWorks", "true"),
            Map.entry("foodWorry", "true"),
            Map.entry("foodShareOverHalf", "true"),
            Map.entry("clothesBought", "false"));

    private final Person operator;
    private final Page page;

    Wizard(Person operator) {
        this.operator = operator;
        this.page = operator.page();
    }

    /** Begins a new proposal. */
    void begin() {
        operator.goTo("Usulan");
        operator.press("Usulan baru");
        assertStep("Keluarga dan anggotanya");
    }

    /** Card and members, saved. */
    void family(Household household) {
        card(household.familyCardNumber());
        member(0, household.head(), "1");
        operator.press("Tambah anggota");
        assertThat(page.locator("#member-1")).isVisible();
        member(1, household.spouse(), "2");
        next("Keadaan rumah");
    }

    void card(String number) {
        operator.fill("familyCardNumber", number);
        operator.fill("address", "Dusun Perjalanan No. 7");
        operator.fill("hamlet", "Dusun Perjalanan");
        operator.fill("rt", "002");
        operator.fill("rw", "001");
        operator.fill("postalCode", "34811");
        operator.tick("channel", "VILLAGE_MEETING");
    }

    /** Types a number, takes what it tells, and fills what is left. */
    void member(int index, Adult adult, String relation) {
        String at = "members[" + index + "].";
        operator.fill(at + "nik", adult.nik());
        Locator says = page.locator("#member-" + index + " [data-nik-says]");
        assertThat(says).containsText(adult.sex().equals("MALE") ? "Laki-laki" : "Perempuan");
        says.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("[name='" + at + "birthDate']")).hasValue(adult.born());
        operator.fill(at + "fullName", adult.name());
        operator.fill(at + "birthPlace", "Liwa");
        operator.choose(at + "relationToHead", relation);
        operator.choose(at + "maritalStatus", "2");
        operator.fill(at + "motherName", "Umiyati Lestariman");
        operator.tick(at + "identityPapers", "3");
        if (adult.sex().equals("FEMALE")) {
            operator.tick(at + "pregnant", "false");
        }
        operator.choose(at + "disabilityType", "1");
        operator.choose(at + "chronicDisease", "1");
        operator.tick(at + "schoolParticipation", "3");
        operator.choose(at + "schoolLevel", "1");
        operator.choose(at + "schoolGrade", "8");
        operator.choose(at + "highestDiploma", "1");
        operator.tick(at + "workedLastWeek", "false");
    }

    void housing() {
        for (String first : List.of("hasShelter", "wall", "roof", "toiletUse")) {
            operator.tick("housing." + first, HOUSE.get(first));
        }
        operator.fill("housing.floorAreaSquareMetres", "24");
        operator.fill("housing.bedrooms", "1");
        HOUSE.forEach((name, answer) -> operator.tick("housing." + name, answer));
        operator.tick("housing.lighting", "3");
        operator.tick("housing.landOwned", "false");
        operator.tick("housing.otherHouse", "false");
        next("Foto");
    }

    /** Both required photos, each sent as soon as the camera has delivered it. */
    void photos() {
        photo("HOUSE_FRONT", Drawing.house());
        photo("FAMILY_CARD", Drawing.paper("KARTU KELUARGA"));
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Lanjut").setExact(true))
                .click();
        assertStep("Letak rumah");
    }

    void photo(String kind, byte[] picture) {
        Locator card = page.locator("[id='photos." + kind + "']");
        int before = card.locator("figure").count();
        card.locator("input[type='file']").setInputFiles(new FilePayload("kamera.jpg", "image/jpeg", picture));
        assertThat(card.locator("figure")).hasCount(before + 1);
    }

    /** Where the phone is. */
    void place() {
        operator.press("Pakai lokasi saya sekarang");
        assertThat(page.locator("[data-place-says]")).containsText("Lokasi didapat");
        next("Periksa dan kirim");
    }

    /** Declares and sends; answers the case's number. */
    String submit() {
        assertThat(page.locator("main .alert-success")).isVisible();
        operator.tick("declaration", "true");
        operator.press("Kirim usulan");
        assertThat(page.getByText("Usulan sudah dikirim")).isVisible();
        return page.locator("h1 .number").textContent().strip();
    }

    /** The whole of it. */
    String propose(Household household) {
        begin();
        family(household);
        housing();
        photos();
        place();
        return submit();
    }

    private void next(String heading) {
        operator.press("Simpan dan lanjut");
        assertStep(heading);
    }

    private void assertStep(String heading) {
        assertThat(page.locator("h1")).hasText(heading);
    }
}
