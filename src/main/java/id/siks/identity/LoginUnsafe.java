package id.siks.identity;

/** The chosen way to sign in is not safe at the address served; the application does not start. */
class LoginUnsafe extends RuntimeException {

    LoginUnsafe(String sentence) {
        super(sentence);
    }
}
