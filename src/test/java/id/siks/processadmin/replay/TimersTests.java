package id.siks.processadmin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.diagram.DrawnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a replay does not look at is named. */
class TimersTests {

    @Test
    void timers_that_change_come_or_go_are_named() throws IOException {
        String trunk = Files.readString(Path.of("bpmn/proposal/proposal-trunk.bpmn"));
        String time =
                "<bpmn:timerEventDefinition id=\"x\"><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>";
        String waits = trunk.replace(
                "</bpmn:process>",
                "<bpmn:intermediateCatchEvent id=\"wait\" name=\"Tunggu\">" + time
                        + "</bpmn:intermediateCatchEvent></bpmn:process>");

        assertThat(changed(trunk, trunk)).isEmpty();
        assertThat(changed(trunk, waits)).containsExactly("«Tunggu»");
        assertThat(changed(waits, trunk)).containsExactly("«Tunggu»");
        assertThat(changed(waits, waits.replace("P3D", "P4D"))).containsExactly("«Tunggu»");
        assertThat(changed(waits, waits.replace("name=\"Tunggu\"", "name=\"Menunggu\"")))
                .isEmpty();
        assertThat(changed(
                        waits,
                        waits.replace(
                                "<bpmn:timeDuration>P3D</bpmn:timeDuration>", "<bpmn:timeDate>P3D</bpmn:timeDate>")))
                .hasSize(1);
    }

    private static List<String> changed(String before, String after) {
        return Timers.changed(new DrawnProcess(before), new DrawnProcess(after));
    }
}
