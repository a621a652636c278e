package id.siks.platform.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves the house.
 *
 * @param host name of the SMTP server; empty means that no mail is sent
 * @param port its port
 * @param user our name there; empty when it asks for none
 * @param password our password there, from the environment only
 * @param tls how the line is kept secret
 * @param from the address mail comes from; needed when there is a host
 */
@ConfigurationProperties("siks.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("STARTTLS") Tls tls,
        @DefaultValue("") String from) {

    /** Refuses a server without an address to send from. */
    public MailSettings {
        if (!host.isBlank() && !MailAddress.isUsable(from)) {
            throw new IllegalArgumentException(
                    "siks.mail.host is set, so siks.mail.from must be the mail address that notices come from.");
        }
    }

    /** True when mail can be sent at all. */
    public boolean isOn() {
        return !host.isBlank();
    }

    /** The part of {@link #from} behind the sign. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** How the line to the server is kept secret. */
    public enum Tls {
        /** Encrypted from the first byte, usually port 465. */
        TLS,
        /** Encrypted before anything is said, usually port 587; a server that cannot is not used. */
        STARTTLS,
        /** Readable on the way: for a server that only a closed network leads to. */
        NONE
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", tls=" + tls + "]";
    }
}
