package id.siks.platform.mail;

import id.siks.platform.BusinessTime;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the mail server, one connection each, and says exactly what is known of them afterwards. It waits for a
 * slow server no longer than {@link #PATIENCE} at a time. Neither addresses nor contents are logged.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class PostOffice {

    /** How long one step of the conversation may take. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final BusinessTime time;
    private final Session session;

    @Autowired
    PostOffice(MailSettings settings, BusinessTime time) {
        this(settings, time, PATIENCE);
    }

    PostOffice(MailSettings settings, BusinessTime time, Duration patience) {
        this.settings = settings;
        this.time = time;
        this.session = Session.getInstance(properties(settings, Long.toString(patience.toMillis())));
    }

    /** True when there is a mail server. */
    public boolean isOpen() {
        return settings.isOn();
    }

    /** A Message-ID nobody else has. */
    public String newId() {
        return UUID.randomUUID() + "@" + (isOpen() ? settings.domain() : "localhost.localdomain");
    }

    /** Sends the letter; there must be a mail server. */
    public Posted send(Letter letter) {
        MimeLetter mail;
        try {
            mail = new MimeLetter(session, letter, settings.from(), time.now());
        } catch (MessagingException impossible) {
            throw new IllegalStateException("A letter could not be written", impossible);
        }
        Transport line = line();
        try {
            Posted refused = connect(line);
            return refused == null ? hand(mail, line) : refused;
        } finally {
            hangUp(line);
        }
    }

    private Transport line() {
        try {
            return session.getTransport("smtp");
        } catch (NoSuchProviderException impossible) {
            throw new IllegalStateException("Nobody speaks SMTP", impossible);
        }
    }

    private Posted connect(Transport line) {
        String user = settings.user().isBlank() ? null : settings.user();
        try {
            line.connect(settings.host(), settings.port(), user, user == null ? null : settings.password());
            return null;
        } catch (AuthenticationFailedException unknown) {
            LOG.warn("The mail server does not accept our name and password");
            return Posted.NOT_ADMITTED;
        } catch (MessagingException gone) {
            LOG.warn("The mail server cannot be reached: {}", gone.getClass().getSimpleName());
            return Posted.UNREACHABLE;
        }
    }

    private static Posted hand(MimeLetter mail, Transport line) {
        try {
            line.sendMessage(mail, mail.getAllRecipients());
            return Posted.SENT;
        } catch (MessagingException failed) {
            LOG.warn(
                    "The mail server did not take a letter: {}",
                    failed.getClass().getSimpleName());
            return judge(mail, failed);
        } catch (RuntimeException fault) {
            LOG.error("A letter could not be handed over", fault);
            return mail.isUnderWay() ? Posted.UNKNOWN : Posted.NOT_NOW;
        }
    }

    /** What the server answered counts; when it answered nothing, whether the letter was under way. */
    private static Posted judge(MimeLetter mail, MessagingException failed) {
        int code = -1;
        boolean address = false;
        for (Exception e = failed; e instanceof MessagingException next; e = next.getNextException()) {
            if (next instanceof SMTPAddressFailedException of) {
                return of.getReturnCode() >= PERMANENT ? Posted.ADDRESS_REFUSED : Posted.NOT_NOW;
            }
            code = Math.max(code, code(next));
        }
        if (code >= PERMANENT) {
            return Posted.LETTER_REFUSED;
        }
        return code > 0 || !mail.isUnderWay() ? Posted.NOT_NOW : Posted.UNKNOWN;
    }

    /** The server's answer to the letter is known by then; how it says goodbye does not matter. */
    private static void hangUp(Transport line) {
        try {
            line.close();
        } catch (MessagingException odd) {
            LOG.debug("The mail server ended the conversation oddly", odd);
        }
    }

    private static int code(MessagingException failed) {
        if (failed instanceof SMTPSendFailedException sending) {
            return sending.getReturnCode();
        }
        return failed instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : -1;
    }

    private static Properties properties(MailSettings settings, String patience) {
        Properties p = new Properties();
        p.put("mail.smtp.connectiontimeout", patience);
        p.put("mail.smtp.timeout", patience);
        p.put("mail.smtp.writetimeout", patience);
        p.put("mail.smtp.quitwait", "false");
        p.put("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
        p.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == MailSettings.Tls.TLS));
        p.put("mail.smtp.ssl.checkserveridentity", "true");
        p.put("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == MailSettings.Tls.STARTTLS));
        p.put("mail.smtp.starttls.required", Boolean.toString(settings.tls() == MailSettings.Tls.STARTTLS));
        return p;
    }
}
