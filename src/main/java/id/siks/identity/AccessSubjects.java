package id.siks.identity;

import id.siks.area.AreaCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells who stands behind the codes of the access log; implemented by the rooms that keep data of families. */
public interface AccessSubjects {

    /** How codes of one and the same family begin, for example {@code register:}; lists write them with the first. */
    List<String> prefixes();

    /**
     * Who stands behind the codes, all of which begin with the first prefix. Unknown ones are absent, and those who live
     * in none of the territories.
     *
     * @param codes at most 500
     * @param territories prefixes of area codes; the nation is the empty one
     */
    Map<String, Named> names(Collection<String> codes, Collection<String> territories);

    /**
     * A family.
     *
     * @param name of its head; null once it is erased
     * @param area its village
     */
    record Named(String name, AreaCode area) {}
}
