package id.siks.platform.web;

import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Hands out the hidden keys by which {@link id.siks.platform.OnceOnly} knows a deed again. On a page with several forms each
 * one asks for its own: with one key for all, whoever sent one form and came back would send the next one in vain.
 */
@Component
public class FormKeys {

    /** A key nobody has had. */
    public UUID fresh() {
        return UUID.randomUUID();
    }
}
