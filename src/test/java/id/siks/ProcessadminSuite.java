package id.siks;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The room of the {@link InsideSuite} that tests most, for the process that is through first with what it had. */
@Suite
@SelectPackages(ProcessadminSuite.PROCESSADMIN)
@IncludeClassNamePatterns(".*Tests")
@ExcludeTags({OutsideSuite.TAG, "benchmark"})
class ProcessadminSuite {

    static final String PROCESSADMIN = "id.siks.processadmin";
}
