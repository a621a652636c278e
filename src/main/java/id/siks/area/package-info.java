/**
 * <b>Is</b> where: provinces, regencies, districts and villages of Indonesia.
 * <b>Owns</b> schema {@code area}: area. <b>Asks</b> nobody. <b>Announces</b> nothing: areas change only when the
 * application starts with newer data, and successions arrive when a room needs to follow them.
 */
@ApplicationModule(displayName = "Wilayah", allowedDependencies = "platform")
package id.siks.area;

import org.springframework.modulith.ApplicationModule;
