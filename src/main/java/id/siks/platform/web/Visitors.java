package id.siks.platform.web;

import java.util.Optional;

/** Tells the shell who is signed in; the room that keeps accounts answers. */
public interface Visitors {

    /** Who is signed in to this request, with the roles he holds at this moment. */
    Optional<Visitor> current();

    /** True when the data is made up and everybody may be anybody. */
    boolean demo();
}
