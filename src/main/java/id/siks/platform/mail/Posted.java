package id.siks.platform.mail;

/** What became of a letter that was handed to the mail server. */
public enum Posted {
    /** The server has taken it and answers for it. */
    SENT,
    /** The server knows no such recipient, or takes nothing for him. */
    ADDRESS_REFUSED,
    /** The server does not take this letter. */
    LETTER_REFUSED,
    /** The server could not take it now; it says so itself, or the line broke before the letter was under way. */
    NOT_NOW,
    /** There was no server at the other end. */
    UNREACHABLE,
    /** The server did not accept our name and password. */
    NOT_ADMITTED,
    /** The line broke when the letter was under way: the server may have it or not. */
    UNKNOWN;

    /** True when no other letter could be sent either. */
    public boolean isOfServer() {
        return this == UNREACHABLE || this == NOT_ADMITTED;
    }
}
