package id.siks.identity;

import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Addresses that nobody confirmed; they name no case, so no hold concerns them. */
@Component
class OldEmailClaims implements Perishable {

    private final Emails emails;

    OldEmailClaims(Emails emails) {
        this.emails = emails;
    }

    @Override
    public String kind() {
        return "identity.email-claim";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return emails.eraseClaims(before, most);
    }
}
