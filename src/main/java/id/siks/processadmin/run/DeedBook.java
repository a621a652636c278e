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

    private static final int MOST = 50;

    private final Deeds deeds;
    private final Actors actors;

    DeedBook(Deeds deeds, Actors actors) {
        this.deeds = deeds;
        this.actors = actors;
    }

    /** What was done to a version or a case, the last in front. */
    List<Said> of(String about) {
        return of(List.of(about)).getOrDefault(about, List.of());
    }

    /** The same of several, by what it was done to. */
    Map<String, List<Said>> of(Collection<String> about) {
        List<Deed> all = deeds.of(about, MOST);
        Map<Long, String> names = actors.namesOf(all.stream()
                .flatMap(deed -> Stream.of(deed.by(), deed.whom()))
                .filter(Objects::nonNull)
                .toList());
        return all.stream()
                .collect(Collectors.groupingBy(
                        Deed::about,
                        Collectors.mapping(
                                deed -> new Said(deed, names.get(deed.by()), names.get(deed.whom())),
                                Collectors.toList())));
    }

    /** A deed with the names of whoever did it and of whom it named, or null. */
    record Said(Deed deed, String by, String whom) {}
}
