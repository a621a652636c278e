package id.siks;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The two largest rooms of the {@link InsideSuite}, for the process that is through with the {@link OutsideSuite}. */
@Suite
@SelectPackages({RoomsSuite.WORKLIST, RoomsSuite.PROCESSADMIN})
@IncludeClassNamePatterns(".*Tests")
@ExcludeTags({OutsideSuite.TAG, "benchmark"})
class RoomsSuite {

    static final String WORKLIST = "id.siks.worklist";
    static final String PROCESSADMIN = "id.siks.processadmin";
}
