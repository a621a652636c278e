/**
 * <b>Is</b> where: provinces, regencies, districts and villages of Indonesia.
 * <b>Owns</b> schema {@code area}: area, succession. <b>Asks</b> nobody. <b>Announces</b> {@code AreaReplaced}.
 */
@ApplicationModule(displayName = "Wilayah", allowedDependencies = "platform")
package id.siks.area;

import org.springframework.modulith.ApplicationModule;
