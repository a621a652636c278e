package id.siks.casework;

import org.springframework.stereotype.Component;

/** Says when work changes hands and nobody has looked at it: what was told of it stays unanswered. */
@Component
public class RungAnswers {

    private final ThreadLocal<Boolean> withheld = ThreadLocal.withInitial(() -> false);

    /** Does {@code moves}, in this thread, by which work passes to others because somebody comes or goes. */
    public void withhold(Runnable moves) {
        withheld.set(true);
        try {
            moves.run();
        } finally {
            withheld.remove();
        }
    }

    /** True while this thread does such moves. */
    boolean isWithheld() {
        return withheld.get();
    }
}
