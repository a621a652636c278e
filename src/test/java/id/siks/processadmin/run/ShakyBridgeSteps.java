package id.siks.processadmin.run;

import id.siks.platform.engine.ProcessSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A step of a test diagram that fails as long as it is told to. */
@ProcessSteps("shakyBridge")
public class ShakyBridgeSteps {

    /** What it throws, null when the bridge holds. */
    public volatile RuntimeException fault;

    /** {@code cross-bridge}. */
    public void cross(DelegateExecution execution) {
        RuntimeException thrown = fault;
        if (thrown != null) {
            throw thrown;
        }
    }
}
