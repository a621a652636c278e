package id.siks.evidence;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Requirement 29: the place of the photos cannot be used, or a photo is gone from it. */
@EngineTest
class StoreDownTests {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(GonePicture.class);
    private static final String OWNER = "UJI-1804-26-000001";

    @Autowired
    Attachments attachments;

    @Autowired
    FileStore files;

    @Autowired
    AttachmentRows rows;

    @Autowired
    TestActors actors;

    @Autowired
    MockMvc mvc;

    private final ListAppender<ILoggingEvent> noted = new ListAppender<>();

    Actor verifier;
    int before;
    Path store;
    Path away;

    @BeforeEach
    void somebody() throws IOException {
        verifier = actors.verifier(new AreaCode("1804"));
        before = attachments.of(OWNER).size();
        store = files.path("0".repeat(32)).getParent().getParent();
        away = store.resolveSibling(store.getFileName() + "-away");
        Files.createDirectories(store);
    }

    @AfterEach
    void itIsBack() throws IOException {
        LOGGER.detachAppender(noted);
        if (Files.exists(away)) {
            back();
        }
    }

    @Test
    void aFileThatCannotBeKeptIsToldAtItsFieldAndIsKeptWhenItIsSentAgain() throws Exception {
        String key = UUID.randomUUID().toString();
        byte[] photo = SampleFiles.jpeg(430, 300);
        goesAway();
        send(key, photo)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("file"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("Berkas belum tersimpan")));
        assertThat(attachments.of(OWNER)).hasSize(before);

        back();
        send(key, photo).andExpect(status().is3xxRedirection());
        assertThat(attachments.of(OWNER)).hasSize(before + 1);
    }

    @Test
    void aFullDiskKeepsNoPart(@TempDir Path folder) throws IOException {
        FileStore full = new FileStore(folder) {
            @Override
            void put(Path file, byte[] content) throws IOException {
                super.put(file, new byte[] {content[0]});
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> full.write(new byte[] {1, 2})).isInstanceOf(StoreDown.class);
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aPhotoThatIsGoneIsAPictureOnItsPageAndASentenceWhereItStandsAlone() throws Exception {
        AttachmentId id = kept();
        Files.delete(files.path(rows.find(id).orElseThrow().fileName()));
        Files.delete(files.path(rows.find(id).orElseThrow().thumbName()));
        noted.start();
        LOGGER.addAppender(noted);
        for (String path : new String[] {"/evidence/{id}", "/evidence/{id}/thumb"}) {
            mvc.perform(get(path, id.value()).header("Sec-Fetch-Dest", "image").with(with(verifier)))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(content().string(containsString("Foto sedang tidak dapat")));
            mvc.perform(get(path, id.value()).accept("text/html").with(with(verifier)))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(content().string(containsString("Tempat penyimpanan foto dan surat")))
                    .andExpect(content().string(containsString("Nomor kejadian")));
        }
        assertThat(noted.list)
                .as("a page asks for many: each is one line for whoever watches, which says what is wrong")
                .hasSize(2)
                .allMatch(line -> line.getThrowableProxy() == null)
                .allMatch(line -> line.getFormattedMessage().contains("cannot be read: java.nio.file"));
        Actor stranger = actors.verifier(new AreaCode("1101"));
        mvc.perform(get("/evidence/{id}", id.value())
                        .header("Sec-Fetch-Dest", "image")
                        .with(with(stranger)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aNodeStartsAndSweepsWithoutIt(@TempDir Path folder) throws IOException {
        assertThat(new FileStore(folder.resolve("nowhere")).olderThan(Instant.MAX))
                .isEmpty();
        Path taken = Files.writeString(folder.resolve("taken"), "x");
        assertThat(new FileStore(taken).olderThan(Instant.MAX)).isEmpty();
    }

    private AttachmentId kept() {
        return attachments.add(
                new AttachmentUpload(
                        OWNER,
                        AreaCode.of("18.04.06.2006"),
                        AttachmentKind.HOUSE_FRONT,
                        SampleFiles.jpeg(400, 300),
                        Capture.UNKNOWN),
                verifier);
    }

    private ResultActions send(String key, byte[] photo) throws Exception {
        return mvc.perform(multipart("/evidence/" + OWNER + "/attachments")
                .file(new MockMultipartFile("file", "f.jpg", "image/jpeg", photo))
                .param("kind", "HOUSE_FRONT")
                .param("key", key)
                .accept("application/json")
                .with(csrf())
                .with(with(verifier)));
    }

    /** A file lies where the folder was: nobody, not even root, writes into it. */
    private void goesAway() throws IOException {
        Files.move(store, away);
        Files.writeString(store, "x");
    }

    private void back() throws IOException {
        Files.delete(store);
        Files.move(away, store);
    }
}
