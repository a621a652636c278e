package id.siks.platform.web;

import java.net.URI;

/**
 * A place other than ours to which a form of ours may lead in the end, contributed by a room as a bean; the login server, for
 * example, through which one logs out.
 *
 * @param origin scheme, host and port
 */
public record FormTarget(String origin) {

    /** The origin of {@code address}; {@link IllegalArgumentException} when it is no absolute http address. */
    public static FormTarget of(String address) {
        URI uri = URI.create(address.strip());
        if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("Not an http address");
        }
        return new FormTarget(uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }
}
