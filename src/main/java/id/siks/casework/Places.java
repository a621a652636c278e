package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;

/** Names the place of a calendar entry in templates. */
record Places(Areas areas) {

    /** The area with the names above it; null for the nation and for what is no area. */
    public String name(String area) {
        return AreaCode.isShaped(area)
                ? areas.find(new AreaCode(area)).map(a -> areas.path(a.code())).orElse(null)
                : null;
    }

    /** Where the clock of this place hangs: for the nation, in the capital. */
    public AreaCode clock(String area) {
        return new AreaCode(AreaCode.isShaped(area) ? area : "31");
    }
}
