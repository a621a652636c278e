package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.TestCases;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Requirement 24: the list of a breach says of an erased name that it is erased. */
@EngineTest
class SeenProposalsTests {

    private static final AreaCode VILLAGE = new AreaCode("1603022005");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    @Autowired
    TestCases cases;

    @Autowired
    AccessLog log;

    @Autowired
    TestActors people;

    @Autowired
    BusinessTime time;

    @Autowired
    MockMvc mvc;

    private final MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
    private Actor auditor;
    private CaseRef ref;

    @BeforeEach
    void somebodyReadAnErasedCase() {
        ref = cases.standing("NEW_REGISTRATION", VILLAGE, "", CaseStatus.CANCELLED, time.now());
        Actor reader = people.operator(VILLAGE);
        log.record(reader, AccessKind.READ, "proposal:" + ref, "timeline", AccessOutcome.GRANTED);
        auditor = people.auditor(new AreaCode("1603"));
        ZonedDateTime now = time.now().atZone(ZoneId.of("Asia/Jakarta"));
        asked.set("from", MINUTE.format(now.minusHours(1)));
        asked.set("until", MINUTE.format(now.plusHours(1)));
        asked.set("account", Long.toString(reader.accountId()));
        asked.set("view", "people");
    }

    @Test
    void on_the_page() throws Exception {
        mvc.perform(get("/identity/access-log").params(asked).with(with(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("proposal:" + ref)))
                .andExpect(content().string(containsString("Nama sudah dihapus")))
                .andExpect(content().string(not(containsString("<b></b>"))));
    }

    @Test
    void in_the_file() throws Exception {
        String file = mvc.perform(post("/identity/access-log/export")
                        .params(asked)
                        .param("purpose", "Pemeriksaan kebocoran data")
                        .param("format", "csv")
                        .with(csrf())
                        .with(with(auditor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(file).contains("\"proposal:" + ref + "\",\"Nama sudah dihapus\"");
    }
}
