package id.siks.processadmin.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.processadmin.check.OwnProcess;
import id.siks.processadmin.migration.MovingCases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine has, version by version. */
@EngineTest
class VersionsTests {

    private static final String KEY = "test-renamed";

    @Autowired
    Versions versions;

    @Autowired
    MovingCases cases;

    @AfterEach
    void nothingIsLeft() {
        cases.end(KEY);
    }

    @Test
    void the_newest_stands_in_front_whatever_it_is_called() {
        for (String name : new String[] {"Mula", "Zaman baru", "Akhir"}) {
            cases.version(KEY, OwnProcess.of(KEY).replace("name=\"" + KEY, "name=\"" + name));
        }

        assertThat(versions.all().get(KEY)).extracting(Version::number).containsExactly(3, 2, 1);
        assertThat(versions.all().get(KEY).get(0).name()).isEqualTo("Akhir");
    }
}
