package id.siks;

import id.siks.identity.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something that exists, given by a room as a test component so that {@link DoorTests} can knock at every door below it
 * with people from elsewhere: they must hear 404, exactly as if it did not exist (requirement 11). That it does exist is
 * proven by whom it opens to.
 */
public interface DoorSample {

    /** The beginning of the doors' pattern up to its variable, for example {@code /proposal/{ref}}. */
    List<String> doors();

    /** What to put in place of the variables: something real, in a village of province 18. Made when asked for. */
    Map<String, String> existing();

    /** The regency it lies in: whoever holds a role of the door there, or in its first village, finds it open. */
    default String regency() {
        return "1804";
    }

    /** Somebody it opens to, asked after {@link #existing}, where a role in its regency is not enough; else null. */
    default Actor owner() {
        return null;
    }

    /** True for what belongs to no area, as the rules all cases follow: there nobody is from elsewhere. */
    default boolean isOfTheWholeCountry() {
        return false;
    }

    /** Parameters that let the request be read, so that the refusal is about the area and not about the input. */
    default Map<String, String> parameters() {
        return Map.of("key", UUID.randomUUID().toString(), "version", "0");
    }
}
