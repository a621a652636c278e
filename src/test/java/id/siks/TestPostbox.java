package id.siks;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A real mail server on a free port for the tests of the shared context; it takes what is sent to anybody. */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class TestPostbox {

    @Bean(initMethod = "start", destroyMethod = "stop")
    static GreenMail greenMail() throws IOException {
        // Chosen beforehand: a test may stop the server and start it again.
        try (ServerSocket free = new ServerSocket(0)) {
            return new GreenMail(new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        }
    }

    @Bean
    static DynamicPropertyRegistrar mailServer(GreenMail mail) {
        return properties -> {
            properties.add("siks.mail.host", () -> "127.0.0.1");
            properties.add("siks.mail.port", () -> mail.getSmtp().getPort());
            properties.add("siks.mail.tls", () -> "NONE");
            properties.add("siks.mail.from", () -> "siks@uji.example");
        };
    }
}
