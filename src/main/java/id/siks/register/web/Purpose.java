package id.siks.register.web;

import id.siks.platform.InvalidInput;
import java.util.Arrays;

/** Why somebody wants to see what is masked. Labels are {@code register.purpose.<code>}. */
enum Purpose {
    VERIFICATION,
    CITIZEN_REQUEST,
    CORRECTION,
    COMPLAINT,
    AUDIT;

    static Purpose of(String text) {
        return Arrays.stream(values())
                .filter(p -> p.name().equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("purpose", "register.error.purpose"));
    }
}
