package id.siks.processadmin.draft;

import static id.siks.identity.TestActors.with;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.check.ModelKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever draws reads how much there is to mend, also where not all of it is listed. */
@EngineTest
class FullReportTests {

    private static final int FAULTS = 240;

    @Autowired
    MockMvc mvc;

    @Autowired
    Drafts drafts;

    @Autowired
    TestActors people;

    private Actor admin;
    private long draft;

    @BeforeEach
    void somebodyDrawsMuchThatIsNotAllowed() throws Exception {
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        String scripts = IntStream.range(0, FAULTS)
                .mapToObj("<bpmn:scriptTask id=\"script-%d\"/>"::formatted)
                .collect(Collectors.joining("", "", "</bpmn:process>"));
        String drawn =
                Files.readString(Path.of("bpmn/proposal/proposal-trunk.bpmn")).replace("</bpmn:process>", scripts);
        draft = drafts.begin(
                ModelKind.BPMN,
                "proposal-trunk",
                "proposal",
                drawn.getBytes(StandardCharsets.UTF_8),
                "Banyak skrip.",
                admin);
    }

    @AfterEach
    void noDraftIsLeft() {
        drafts.drop(draft, 1, "Akhir dari uji coba.", admin);
    }

    @Test
    void a_report_says_how_much_more_there_is() throws Exception {
        for (String part : List.of("", "/findings")) {
            mvc.perform(get("/processadmin/drafts/" + draft + part).with(with(admin)))
                    .andExpect(content().string(containsString(FAULTS + " harus diperbaiki")))
                    .andExpect(content().string(containsString("Masih ada 40 temuan lain")));
        }
    }

    @Test
    void who_proposes_it_is_told_the_whole_number() throws Exception {
        mvc.perform(post("/processadmin/releases/propose")
                        .param("draft", Long.toString(draft))
                        .param("seen", "1")
                        .param("note", "Selesai digambar.")
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(FAULTS + " temuan")));
    }
}
