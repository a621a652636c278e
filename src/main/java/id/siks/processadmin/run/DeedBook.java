package id.siks.processadmin.run;

import id.siks.identity.Actors;
import id.siks.processadmin.run.Deeds.Deed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The deeds of administrators as people read them. */
@Component
class DeedBook {

    /** Deeds that are shown of each version or case. */
    static final int MOST = 50;

    private final Deeds deeds;
    private final Actors actors;

    DeedBook(Deeds deeds, Actors actors) {
        this.deeds = deeds;
        this.actors = actors;
    }

    /** What was done to a version or a case. */
    Done of(String about) {
        return of(List.of(about)).getOrDefault(about, Done.NOTHING);
    }

    /** The same of several, by what it was done to; what nothing was done to is not among them. */
    Map<String, Done> of(Collection<String> about) {
        List<Deed> all = deeds.of(about, MOST + 1);
        Map<Long, String> names = actors.namesOf(all.stream()
                .flatMap(deed -> Stream.of(deed.by(), deed.whom()))
                .filter(Objects::nonNull)
                .toList());
        return all.stream()
                .collect(Collectors.groupingBy(
                        Deed::about,
                        Collectors.mapping(
                                deed -> new Said(deed, names.get(deed.by()), names.get(deed.whom())),
                                Collectors.collectingAndThen(Collectors.toList(), Done::of))));
    }

    /**
     * What was done to one version or case.
     *
     * @param last the last deeds, the very last in front
     * @param more true when there were others before
     */
    record Done(List<Said> last, boolean more) {

        /** Nobody did anything. */
        static final Done NOTHING = new Done(List.of(), false);

        private static Done of(List<Said> found) {
            return new Done(found.subList(0, Math.min(MOST, found.size())), found.size() > MOST);
        }
    }

    /** A deed with the names of whoever did it and of whom it named, or null. */
    record Said(Deed deed, String by, String whom) {}
}
