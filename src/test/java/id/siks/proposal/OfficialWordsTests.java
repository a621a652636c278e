package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.casework.SystemWords;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import id.siks.register.outside.SimulatedCivilRegistry;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** Who reads in English reads what the system wrote in English; what people wrote stays as it is. */
@EngineTest
class OfficialWordsTests {

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    TaskService tasks;

    @Autowired
    SystemWords words;

    @Autowired
    MockMvc mvc;

    private ProposalTestData.Place place;

    @AfterEach
    void noLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Data 2 anggota keluarga tidak padan dengan Dukcapil. | The data of 2 family member(s) do not match Dukcapil.",
                "Tercatat di Dukcapil: Perempuan | Registered with Dukcapil: Female",
                "Tercatat di Dukcapil: 15 Juni 1985 | Registered with Dukcapil: 15 June 1985",
                "Tercatat di Dukcapil: Budi Santosa | Registered with Dukcapil: Budi Santosa",
                "Tercatat meninggal di Dukcapil. | Registered as deceased by Dukcapil.",
                "Belum dijawab Dukcapil. | Dukcapil has not answered yet.",
                "Kepala keluarga tercatat meninggal di Dukcapil. | The head of the family is registered as deceased by Dukcapil.",
                "Orang atau KK ini sudah aktif pada keluarga lain di DTKS; periksa kembali. | This person or family card is active with another family in the DTKS; look again.",
                "Tercatat meninggal di Dukcapil. Mohon dicek. | Tercatat meninggal di Dukcapil. Mohon dicek.",
                "Foto depan rumah kabur. | Foto depan rumah kabur."
            })
    void theSystemsSentencesHaveTwins(String official, String english) {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.read(official)).isEqualTo(english);
        LocaleContextHolder.setLocale(SystemWords.OFFICIAL);
        assertThat(words.read(official)).isEqualTo(official);
    }

    @Test
    void whatDiffersIsReadInTheReadersLanguageOnEveryPage() throws Exception {
        place = data.in("1806022027");
        MemberContent head = TestFamilies.member("1806021506859001", "Budi Santosa", Sex.MALE, 1, true);
        FamilyContent family = TestFamilies.withMember(place.family(), 0, head);
        CaseRef ref = place.handedIn(family);
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();

        for (String page : List.of("/proposal/" + ref, "/proposal/" + ref + "/family", "/worklist/tasks/" + task)) {
            english(page, "Registered with Dukcapil: ", "Tercatat di Dukcapil");
        }
        for (String page : List.of("/proposal/" + ref, "/casework/" + ref, "/")) {
            english(page, "do not match Dukcapil.", "tidak padan dengan Dukcapil");
        }
    }

    @Test
    void aDeathIsReadInTheReadersLanguage() throws Exception {
        place = data.in("1806022028");
        CaseRef ref = place.visited();
        String spouse =
                proposals.view(ref, place.operator).content().members().get(1).nik();
        civilRegistry.announceDeath(spouse, LocalDate.of(2026, 10, 1));

        for (String page : List.of("/casework/" + ref, "/")) {
            english(page, "records a member of this family as deceased", "Dukcapil mencatat");
        }
    }

    private void english(String page, String said, String unsaid) throws Exception {
        mvc.perform(get(page).cookie(new Cookie("siks-language", "en")).with(with(place.operator)))
                .andExpect(content().string(containsString(said)))
                .andExpect(content().string(not(containsString(unsaid))));
    }
}
