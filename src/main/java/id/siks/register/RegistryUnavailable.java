package id.siks.register;

/** The civil registry does not answer now; asking again later helps. Carries no personal data. */
public class RegistryUnavailable extends RuntimeException {

    /** The registry did not answer because of {@code what}. */
    public RegistryUnavailable(String what) {
        super(what);
    }
}
