package id.siks;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test of an application in processes of its own, on a data folder of its own. It mostly waits for them and shares
 * nothing, so it runs beside the other tests.
 */
@Tag(OutsideSuite.TAG)
@Execution(ExecutionMode.CONCURRENT)
public abstract class ChildApplicationTest {

    protected ChildApplication application;

    @BeforeEach
    void nothingYet(@TempDir Path folder) {
        application = new ChildApplication(folder);
    }

    @AfterEach
    void stopWhatIsLeft() {
        application.clear();
    }
}
