package id.siks;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Whatever needs no process but its own: rules, doors, pages and processes on one application and one database; all but the
 * {@link ProcessadminSuite} and the {@link RoomsSuite}.
 */
@Suite
@SelectPackages("id.siks")
@ExcludePackages({ProcessadminSuite.PROCESSADMIN, RoomsSuite.WORKLIST, RoomsSuite.SAMPLE})
@IncludeClassNamePatterns(".*Tests")
@ExcludeTags({OutsideSuite.TAG, "benchmark"})
class InsideSuite {}
