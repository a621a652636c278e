package id.siks.identity;

import id.siks.area.Areas;
import id.siks.platform.web.Visitor;
import id.siks.platform.web.Visitors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private Visitor visitor(Actor actor) {
        List<String> duties = actor.assignments().stream()
                .map(a -> roleName(a.role()) + " – " + placeName(a.scope()))
                .toList();
        return new Visitor(
                actor.displayName(),
                actor.assignments().stream().map(a -> a.role().name()).collect(Collectors.toUnmodifiableSet()),
                duties);
    }
}
