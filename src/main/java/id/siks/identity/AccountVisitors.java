package id.siks.identity;

import id.siks.area.Areas;
import id.siks.platform.web.Visitor;
import id.siks.platform.web.Visitors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the shell who is signed in, in words. */
@Component
class AccountVisitors implements Visitors {

    private final Actors actors;
    private final Areas areas;
    private final MessageSource messages;
    private final LoginSettings login;

    AccountVisitors(Actors actors, Areas areas, MessageSource messages, LoginSettings login) {
        this.actors = actors;
        this.areas = areas;
        this.messages = messages;
        this.login = login;
    }

    @Override
    public Optional<Visitor> current() {
        return actors.signedIn().map(this::visitor);
    }

    @Override
    public boolean demo() {
        return login.demo();
    }

    /** What the visitor is only after a login with a second factor, in words. */
    List<String> withheld() {
        return actors.withheld().stream().map(this::assignmentName).toList();
    }

    String roleName(Role role) {
        return messages.getMessage("identity.role." + role, null, LocaleContextHolder.getLocale());
    }

    String placeName(Scope scope) {
        return scope.area() == null
                ? messages.getMessage("identity.nation", null, LocaleContextHolder.getLocale())
                : areas.find(scope.area())
                        .map(area -> areas.path(area.code()))
                        .orElse(scope.area().display());
    }

    String assignmentName(Assignment assignment) {
        return roleName(assignment.role()) + " – " + placeName(assignment.scope());
    }

    private String acting(Assignment assignment, String absent) {
        Object[] words = {assignmentName(assignment), absent};
        return messages.getMessage("identity.acting", words, LocaleContextHolder.getLocale());
    }

    private Visitor visitor(Actor actor) {
        Stream<String> own = actor.own().stream().map(this::assignmentName);
        Stream<String> acting = actor.standIns().stream()
                .flatMap(s -> s.duties().stream().map(duty -> acting(duty, actors.nameOf(s.absent()))));
        List<String> duties = Stream.concat(own, acting).toList();
        return new Visitor(
                actor.id(),
                actor.displayName(),
                actor.assignments().stream().map(a -> a.role().name()).collect(Collectors.toUnmodifiableSet()),
                duties,
                withheld());
    }
}
