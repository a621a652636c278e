/** A room above. */
@ApplicationModule(allowedDependencies = {})
package wrong.house.upper;

import org.springframework.modulith.ApplicationModule;
