package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.Doors;
import id.siks.identity.RefusedDoors.PersonsDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Requirement 23: the doors at which a refusal is written down are those of the access matrix. A door with a key in its
 * address stands either there or among those that tell of no family.
 */
class PersonsDoorsTests {

    /** How such doors begin. */
    private static final List<String> TELL_OF_NO_FAMILY = List.of(
            // Officers, their leaves, and what is kept from erasure.
            "/identity/leave/{leave}",
            "/identity/officers/{officer}",
            "/casework/holds/{hold}",
            // A month of a regency; its names and items are doors of families.
            "/finalization/calendar/{regency}",
            "/finalization/{ref}/cutoff",
            "/finalization/{ref}/acknowledgements",
            "/finalization/{ref}",
            // Somebody's own filters, notices, bulk work, and tasks: the engine's id of a task says nothing of a
            // family.
            "/worklist/filters/{id}",
            "/worklist/notices/{notice}",
            "/worklist/deliveries/{delivery}",
            "/worklist/tasks/{taskId}",
            "/worklist/bulk/{bulk}",
            // Models and what is done with them.
            "/processadmin/drafts/{draft}",
            "/processadmin/processes/{key}",
            "/processadmin/incidents/{incident}",
            "/processadmin/migrations/{id}",
            "/processadmin/releases/of/{kind}",
            "/processadmin/releases/drafts/{draft}",
            "/processadmin/releases/{release}",
            "/processadmin/bundles/{bundle}",
            "/processadmin/sop/{key}");

    /** Stands for itself: what lies below it may be a family's. */
    private static final String PERIOD = "/finalization/{ref}";

    @Test
    void they_are_the_doors_of_the_matrix() {
        assertThat(faults(keyed())).isEmpty();
    }

    @Test
    void a_door_that_is_missing_here_is_found() {
        List<String> more = new ArrayList<>(keyed());
        more.add("/objection/{ref}");
        more.add("/finalization/{ref}/members/{member}");

        assertThat(faults(more))
                .containsExactly(
                        "/objection/{ref} is neither a family's door nor known as none",
                        "/finalization/{ref}/members/{member} is neither a family's door nor known as none");
    }

    @Test
    void a_shape_that_names_no_door_any_more_is_found() {
        List<String> fewer = keyed().stream()
                .filter(door -> !door.startsWith("/evidence/certificates/") && !door.startsWith("/processadmin/sop/"))
                .toList();

        assertThat(faults(fewer))
                .containsExactly(
                        "/evidence/certificates/{serial} names no door", "/processadmin/sop/{key} names no door");
    }

    @Test
    void a_key_that_is_called_otherwise_is_found() {
        List<String> renamed = keyed().stream()
                .map(door -> door.replace("/items/{member}", "/items/{family}"))
                .toList();

        assertThat(faults(renamed))
                .contains(
                        "/finalization/{ref}/items/{family} is neither a family's door nor known as none",
                        "/finalization/{ref}/items/{member} names no door");
    }

    /** Doors that are not everybody's and have a key in their address. */
    private static List<String> keyed() {
        return Doors.matrix().stream()
                .filter(line -> !line.roles().contains("public"))
                .map(line -> line.door().path())
                .filter(path -> path.contains("{"))
                .distinct()
                .toList();
    }

    private static List<String> faults(List<String> doors) {
        List<String> faults = new ArrayList<>();
        doors.stream()
                .filter(door ->
                        RefusedDoors.of(door).isEmpty() && ofNoFamily(door).isEmpty())
                .forEach(door -> faults.add(door + " is neither a family's door nor known as none"));
        RefusedDoors.DOORS.stream()
                .filter(shape -> doors.stream().noneMatch(door -> leads(shape, door)))
                .forEach(shape -> faults.add(shape.path() + " names no door"));
        TELL_OF_NO_FAMILY.stream()
                .filter(shape ->
                        doors.stream().noneMatch(door -> ofNoFamily(door).equals(Optional.of(shape))))
                .forEach(shape -> faults.add(shape + " names no door"));
        return faults;
    }

    private static boolean leads(PersonsDoor shape, String door) {
        return RefusedDoors.of(door).equals(Optional.of(shape)) && door.contains("{" + shape.key() + "}");
    }

    private static Optional<String> ofNoFamily(String door) {
        return TELL_OF_NO_FAMILY.stream()
                .filter(shape -> shape.equals(PERIOD) ? door.equals(shape) : door.startsWith(shape))
                .findFirst();
    }
}
