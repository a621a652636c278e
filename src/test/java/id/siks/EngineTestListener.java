package id.siks;

import id.siks.platform.BusinessTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Hands the engine to the process assertions and gives every test class the real time back. */
class EngineTestListener extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        AbstractAssertions.init(test.getApplicationContext().getBean(ProcessEngine.class));
    }

    @Override
    public void afterTestMethod(TestContext test) {
        AbstractAssertions.reset();
    }

    @Override
    public void afterTestClass(TestContext test) {
        test.getApplicationContext().getBean(BusinessTime.class).release();
    }
}
