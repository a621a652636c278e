package id.siks.worklist.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.engine.DrawnTasks.DrawnTask;
import id.siks.platform.forms.FormInput;
import id.siks.platform.forms.FormSchema;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway behind a drawn task always finds an answer. */
class DrawnRoutingTests {

    private static final String BOX =
            """
            {"id": "tick-off", "type": "default", "components": [
              {"type": "checkbox", "key": "tickOff", "label": "Sesuai?"},
              {"type": "textfield", "key": "remark", "label": "Catatan"}]}""";

    @Test
    void a_box_that_is_not_ticked_says_no() {
        assertThat(routing(Map.of("remark", "Belum."))).isEqualTo(Map.of("tickOff", false));
    }

    @Test
    void a_ticked_box_says_yes() {
        assertThat(routing(Map.of("tickOff", true))).isEqualTo(Map.of("tickOff", true));
    }

    private static Map<String, Object> routing(Map<String, Object> answers) {
        FormSchema form = FormSchema.read("tick-off", BOX.getBytes(StandardCharsets.UTF_8));
        return DrawnDesk.routing(
                new DrawnTask("tick-off", "Cocokkan", "", null, "REGENCY_VERIFIER"),
                form.inputs(),
                new FormInput(answers));
    }
}
