package id.siks;

import id.siks.platform.BusinessTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Hands the engine to the process assertions, gives every test class the real time back, and lets what it leaves behind
 * rest: whoever moves the time next need not wait for the deadlines of strangers.
 */
class EngineTestListener extends AbstractTestExecutionListener {

    private static final String REST = "update act_ru_job set suspension_state_ = 2 where suspension_state_ = 1";

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
        test.getApplicationContext().getBean(JdbcTemplate.class).update(REST);
    }
}
