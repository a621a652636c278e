/** A deliberately wrong room: it reaches for a room its sign does not name. */
@ApplicationModule(allowedDependencies = {})
package wrong.house.lower;

import org.springframework.modulith.ApplicationModule;
