package id.siks.worklist.model;

import id.siks.EngineTest;
import id.siks.identity.TestActors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What nearly every test of the worklist has at hand. */
@EngineTest
public abstract class WorklistTest {

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected TestActors people;

    @Autowired
    protected TestWork work;

    @Autowired
    protected WorkItems items;
}
