package id.siks.area;

import java.time.ZoneId;
import java.util.Set;

/** Which of the three Indonesian times holds in a province (presidential decree 41/1987, and its later divisions). */
final class TimeZones {

    private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");
    private static final ZoneId CENTRAL = ZoneId.of("Asia/Makassar");
    private static final ZoneId EASTERN = ZoneId.of("Asia/Jayapura");
    private static final Set<String> EASTERN_KALIMANTAN = Set.of("63", "64", "65");

    private TimeZones() {}

    static ZoneId of(AreaCode province) {
        String code = province.value();
        char island = code.charAt(0);
        if (island == '5' || island == '7' || EASTERN_KALIMANTAN.contains(code)) {
            return CENTRAL;
        }
        return island == '8' || island == '9' ? EASTERN : WESTERN;
    }
}
