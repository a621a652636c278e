package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.platform.BusinessTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is entered is refused at its field, or taken with a doubt. */
class WizardFieldsTests extends WizardTest {

    @Autowired
    BusinessTime time;

    /** Whoever mends a refused form hears that somebody has saved before him; he does not write over it. */
    @Test
    void aRefusedFormStaysAboutWhatItsReaderSaw() throws Exception {
        String seen = Integer.toString(saved().version());
        sendFamily(Map.of("address", "Jalan Kenanga 2", "action", "save"));
        assertThat(Integer.toString(saved().version())).isNotEqualTo(seen);

        sendFamily(Map.of("version", seen, "familyCardNumber", "18"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("name=\"version\" value=\"" + seen + "\"")));
    }

    @Test
    void controlAndDirectionCharactersAreRefusedAtTheirField() throws Exception {
        for (String bad : new String[] {"SI\u0000TI", "SI\u0007TI", "SI\u202eTI"}) {
            sendFamily(Map.of("members[0].fullName", bad))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("#members[0].fullName")));
        }
    }

    @Test
    void endlessNamesAreRefusedAtTheirField() throws Exception {
        for (int length : new int[] {101, 10_240}) {
            sendFamily(Map.of("members[0].fullName", "A".repeat(length)))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("#members[0].fullName")));
        }
    }

    /** Else a few letters ask for a page of megabytes. */
    @Test
    void noMoreCardsAreDrawnThanSayThatTheyAreTooMany() throws Exception {
        sendFamily(Map.of("members[255].nik", "1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Paling banyak 40 anggota")))
                .andExpect(content().string(containsString("id=\"member-40\"")))
                .andExpect(content().string(not(containsString("id=\"member-41\""))));
    }

    @Test
    void nobodyIsBornTomorrow() throws Exception {
        LocalDate tomorrow = time.today(ZoneOffset.UTC).plusDays(2);
        sendFamily(Map.of("members[0].birthDate", tomorrow.toString()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("masa depan")));
    }

    @Test
    void aPlaceOutsideIndonesiaIsRefused() throws Exception {
        send("place", Map.of("place.latitude", "52,5", "place.longitude", "13,4"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("di luar Indonesia")))
                .andExpect(content().string(containsString("value=\"52,5\"")));
    }

    @Test
    void anInaccuratePlaceIsTakenWithADoubt() throws Exception {
        send("place", Map.of("place.latitude", "-5.03", "place.longitude", "104.08", "place.accuracyMetres", "180"))
                .andExpect(redirectedUrl("/proposal/" + ref + "/review"));
        mvc.perform(get("/proposal/{ref}/place", ref).with(with(operator)))
                .andExpect(content().string(containsString("lebih dari 50 meter")));
    }

    @Test
    void unknownFieldsAreIgnored() throws Exception {
        sendFamily(Map.of(
                        "address", "Jalan Melati 3", "status", "DETERMINED", "village", "3171011001", "draftedBy", "1"))
                .andExpect(status().is3xxRedirection());
        assertThat(saved().village()).isEqualTo(areas.children(DISTRICT).get(0).code());
    }
}
