package id.siks;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Whatever drives the application from outside: browsers, and processes that are killed. It mostly waits for them, so it
 * runs beside the {@link InsideSuite}, in a process of its own.
 */
@Suite
@SelectPackages("id.siks")
@IncludeClassNamePatterns(".*(Tests|Journey)")
@IncludeTags(OutsideSuite.TAG)
public class OutsideSuite {

    /** Names the tests of this suite; all others belong to the {@link InsideSuite}. */
    public static final String TAG = "outside";

    private OutsideSuite() {}
}
