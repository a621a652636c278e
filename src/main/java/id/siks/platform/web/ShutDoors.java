package id.siks.platform.web;

import java.util.Map;

/** Hears of whoever is signed in and knocks at a door that none of his roles opens; the room that keeps accounts listens. */
public interface ShutDoors {

    /**
     * Somebody knocked in vain.
     *
     * @param door path of the door as the access matrix writes it
     * @param keys what stood in the address, by the names between its braces
     */
    void knocked(String door, Map<String, String> keys);
}
