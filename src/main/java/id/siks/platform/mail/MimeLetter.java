package id.siks.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A letter as it goes over the line. It keeps the Message-ID it was given and knows how far it got. */
final class MimeLetter extends MimeMessage {

    private final String id;
    private boolean underWay;

    MimeLetter(Session session, Letter letter, String from, Instant at) throws MessagingException {
        super(session);
        this.id = "<" + letter.id() + ">";
        setFrom(new InternetAddress(from, true));
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(at));
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("Content-Language", letter.language().getLanguage());
        setContent(both(letter));
        saveChanges();
    }

    private static MimeMultipart both(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** True as soon as the server may have seen a part of the letter. */
    boolean isUnderWay() {
        return underWay;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Called when the server is ready for the letter itself, and not before. */
    @Override
    public void writeTo(OutputStream line, String[] withoutHeaders) throws IOException, MessagingException {
        underWay = true;
        super.writeTo(line, withoutHeaders);
    }
}
