package id.siks;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The largest room of the {@link InsideSuite}, for the process that is through with the {@link OutsideSuite}. */
@Suite
@SelectPackages(WorklistSuite.ROOM)
@IncludeClassNamePatterns(".*Tests")
@ExcludeTags({OutsideSuite.TAG, "benchmark"})
class WorklistSuite {

    static final String ROOM = "id.siks.worklist";
}
