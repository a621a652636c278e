package id.siks.identity;

import static id.siks.identity.TestActors.login;
import static id.siks.identity.TestActors.with;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The form by which somebody who keeps the accounts lets another one stand in for a day. */
public final class EnteredLeave {

    private EnteredLeave() {}

    /** What {@code keeper} sends. */
    public static MockHttpServletRequestBuilder of(Actor absent, Actor deputy, LocalDate day, Actor keeper) {
        return post("/identity/leave")
                .with(with(keeper))
                .with(csrf())
                .param("key", UUID.randomUUID().toString())
                .param("absent", login(absent))
                .param("deputy", login(deputy))
                .param("firstDay", day.toString())
                .param("lastDay", day.toString());
    }
}
