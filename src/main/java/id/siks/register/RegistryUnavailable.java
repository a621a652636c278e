package id.siks.register;

import id.siks.platform.OutsideDown;

/** The civil registry does not answer now; asking again later helps. Carries no personal data. */
public class RegistryUnavailable extends OutsideDown {

    /** The registry did not answer because of {@code what}. */
    public RegistryUnavailable(String what) {
        super(what);
    }
}
