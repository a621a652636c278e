package id.siks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** The rooms stand in their order, use only what is below them, and their signs tell the truth. */
class HouseTests {

    private static final Path SOURCES = Path.of("src/main/java/id/siks");

    /** What the page tools bring is no room's. */
    private static final Set<String> NO_ROOMS = Set.of("node_modules");

    private final ApplicationModules modules = ApplicationModules.of(SiksApplication.class);

    @Test
    void rooms_use_only_the_doors_of_rooms_they_may_ask() {
        modules.verify();
    }

    @Test
    void a_room_that_goes_through_a_wall_is_noticed() {
        ApplicationModules wrong = ApplicationModules.of("wrong.house", location -> true);

        assertThatThrownBy(wrong::verify).isInstanceOf(Violations.class).hasMessageContaining("upper");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/id/siks",
                "src/main/resources/templates",
                "src/main/resources/db/migration",
                "src/main/frontend",
                "bpmn",
                "forms"
            })
    void every_folder_of_the_house_is_a_room(String folder) throws IOException {
        assertThat(strangers(Path.of(folder))).isEmpty();
    }

    @Test
    void a_folder_that_is_no_room_is_noticed(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("worklist"));
        Files.createDirectory(folder.resolve("helpers"));

        assertThat(strangers(folder)).containsExactly("helpers");
    }

    private static List<String> strangers(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .filter(name -> !House.ROOMS.contains(name) && !NO_ROOMS.contains(name))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_asks_only_downstairs(String room) throws ClassNotFoundException {
        assertThat(upstairs(room, allowed("id.siks." + room))).isEmpty();
    }

    @Test
    void a_room_that_asks_upstairs_is_noticed() {
        assertThat(upstairs("area", List.of("platform", "worklist"))).containsExactly("worklist");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_names_no_table_of_another(String room) {
        assertThat(TableWalls.brokenBy(room)).isEmpty();
    }

    @Test
    void a_room_that_reads_over_the_wall_is_noticed() {
        String sql = "select 1 from worklist.work_item join Proposal.proposal p on true join act_ru_task using (id_)";

        assertThat(TableWalls.foreign("worklist", sql)).containsExactly("Proposal.proposal", "act_ru_task");
        assertThat(TableWalls.foreign("platform", "delete from act_ru_task")).isEmpty();
        assertThat(TableWalls.foreign("proposal", "references area.area")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_sign_names_what_the_room_announces(String room) {
        Path folder = SOURCES.resolve(room);
        assertThat(DoorSign.on(folder).faults(DoorSign.records(folder), DoorSign.records(SOURCES)))
                .isEmpty();
    }

    @Test
    void a_sign_that_promises_or_conceals_is_noticed() {
        DoorSign sign = new DoorSign("<b>Is</b> a room. <b>Owns</b> it. <b>Announces</b> {@code RoomOpened}.");

        assertThat(sign.faults(Set.of("RoomsOverdue", "RoomClosed", "RoomView"), Set.of("RoomClosed", "RoomView")))
                .containsExactly(
                        "does not say <b>Asks</b>",
                        "announces RoomOpened in vain",
                        "conceals RoomClosed",
                        "conceals RoomsOverdue");
    }

    @Test
    void the_pictures_of_the_rooms_can_be_drawn() {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/rooms"))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();

        assertThat(Path.of("target/rooms/components.puml")).exists();
    }

    static Stream<String> rooms() {
        return House.ROOMS.stream().filter(room -> Files.exists(SOURCES.resolve(room)));
    }

    private static List<String> allowed(String packageName) throws ClassNotFoundException {
        ApplicationModule module = Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
        return Arrays.asList(module.allowedDependencies());
    }

    private static List<String> upstairs(String room, List<String> asked) {
        int floor = House.ROOMS.indexOf(room);
        return asked.stream()
                .filter(other -> House.ROOMS.indexOf(other) >= floor || !House.ROOMS.contains(other))
                .toList();
    }
}
