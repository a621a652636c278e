package id.siks.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.siks.platform.BusinessTime;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a letter when the server is well, down, slow, refuses, or breaks off at any word. */
class PostOfficeTests {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Map<String, String> WELL = Map.of(
            "HELLO", "220 uji", "EHLO", "250 uji", "MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go", ".", "250 ok");

    @Test
    void a_letter_arrives_in_both_forms_with_its_own_id_and_subject() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(office(server.getSmtp().getPort(), PostOffice.PATIENCE).send(letter()))
                    .isEqualTo(Posted.SENT);

            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getMessageID()).isEqualTo("<7@uji.example>");
            assertThat(mail.getSubject()).isEqualTo("Kabar – 2 perkara");
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("siti@uji.example");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(GreenMailUtil.getWholeMessage(mail)).contains("Kabar biasa", "<p>Kabar indah</p>");
        } finally {
            server.stop();
        }
    }

    @Test
    void nobody_is_there() throws Exception {
        int free;
        try (ServerSocket taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        assertThat(office(free).send(letter())).isEqualTo(Posted.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "HELLO, 421 busy, UNREACHABLE",
        "MAIL, 451 later, NOT_NOW",
        "MAIL, 550 not from there, LETTER_REFUSED",
        "RCPT, 450 mailbox busy, NOT_NOW",
        "RCPT, 550 no such user, ADDRESS_REFUSED",
        "DATA, 452 no room, NOT_NOW",
        "DATA, 554 no, LETTER_REFUSED",
        "., 451 later, NOT_NOW",
        "., 554 looks like spam, LETTER_REFUSED",
    })
    void the_server_says_no(String at, String answer, Posted expected) throws Exception {
        assertThat(told(at, answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"HELLO, UNREACHABLE", "MAIL, NOT_NOW", "RCPT, NOT_NOW", "DATA, NOT_NOW", "., UNKNOWN"})
    void the_server_breaks_off(String at, Posted expected) throws Exception {
        assertThat(told(at, Script.BREAK)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"HELLO, UNREACHABLE", "MAIL, NOT_NOW", "DATA, NOT_NOW", "., UNKNOWN"})
    void the_server_does_not_answer_in_time(String at, Posted expected) throws Exception {
        assertThat(told(at, Script.SILENCE)).isEqualTo(expected);
    }

    @Test
    void the_server_does_not_know_us() throws Exception {
        Map<String, String> strict = new java.util.HashMap<>(WELL);
        strict.put("EHLO", "250-uji\r\n250 AUTH PLAIN");
        strict.put("AUTH", "535 no");
        try (Script server = new Script(strict)) {
            MailSettings settings = new MailSettings(
                    "127.0.0.1", server.port(), "siks", "salah", MailSettings.Tls.NONE, "siks@uji.example");
            assertThat(new PostOffice(settings, new BusinessTime(), SHORT).send(letter()))
                    .isEqualTo(Posted.NOT_ADMITTED);
        }
    }

    @Test
    void a_server_that_cannot_keep_a_secret_gets_no_letter() throws Exception {
        try (Script server = new Script(WELL)) {
            MailSettings settings =
                    new MailSettings("127.0.0.1", server.port(), "", "", MailSettings.Tls.STARTTLS, "siks@uji.example");
            assertThat(new PostOffice(settings, new BusinessTime(), SHORT).send(letter()))
                    .isEqualTo(Posted.UNREACHABLE);
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    private static Posted told(String at, String answer) throws Exception {
        Map<String, String> script = new java.util.HashMap<>(WELL);
        script.put(at, answer);
        try (Script server = new Script(script)) {
            return office(server.port()).send(letter());
        }
    }

    private static PostOffice office(int port) {
        return office(port, SHORT);
    }

    private static PostOffice office(int port, Duration patience) {
        return new PostOffice(
                new MailSettings("127.0.0.1", port, "", "", MailSettings.Tls.NONE, "siks@uji.example"),
                new BusinessTime(),
                patience);
    }

    private static Letter letter() {
        return new Letter(
                "7@uji.example",
                "siti@uji.example",
                "Kabar – 2 perkara",
                "Kabar biasa",
                "<p>Kabar indah</p>",
                Locale.ENGLISH);
    }

    /** A server that says what it is told to say, in plain SMTP, to one caller. */
    private static final class Script implements AutoCloseable {

        static final String BREAK = "break";
        static final String SILENCE = "silence";

        private final ServerSocket door;
        private final Map<String, String> answers;
        private final List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();

        Script(Map<String, String> answers) throws IOException {
            this.answers = answers;
            this.door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
            CompletableFuture.runAsync(this::serve);
        }

        int port() {
            return door.getLocalPort();
        }

        List<String> heard() {
            return heard;
        }

        private void serve() {
            try (Socket caller = door.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                boolean on = say(caller, "HELLO");
                boolean letter = false;
                for (String line = in.readLine(); on && line != null; line = in.readLine()) {
                    heard.add(line);
                    if (letter && !line.equals(".")) {
                        continue;
                    }
                    String word = line.equals(".") ? "." : line.substring(0, Math.min(4, line.length()));
                    on = say(caller, word);
                    letter = word.equals("DATA") && answers.get("DATA").startsWith("3");
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private boolean say(Socket caller, String word) throws IOException {
            String answer = answers.getOrDefault(word, "250 ok");
            if (answer.equals(SILENCE)) {
                return true;
            }
            if (answer.equals(BREAK)) {
                return false;
            }
            OutputStream out = caller.getOutputStream();
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
