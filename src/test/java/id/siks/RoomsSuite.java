package id.siks;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Two rooms of the {@link InsideSuite}, for the process that is through first with what it had. */
@Suite
@SelectPackages({RoomsSuite.WORKLIST, RoomsSuite.SAMPLE})
@IncludeClassNamePatterns(".*Tests")
@ExcludeTags({OutsideSuite.TAG, "benchmark"})
class RoomsSuite {

    static final String WORKLIST = "id.siks.worklist";
    static final String SAMPLE = "id.siks.sample";
}
