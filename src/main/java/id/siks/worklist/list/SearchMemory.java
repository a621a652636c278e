package id.siks.worklist.list;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The names somebody searched for in this session, each under a word without a meaning: an address carries the word, never
 * the name (requirement 22). The last thirty are remembered.
 */
@Component
class SearchMemory {

    private static final String PLACE = SearchMemory.class.getName();
    private static final int REMEMBERED = 30;
    private static final int WORD = 10;
    private static final int LETTERS = 36;

    private final SecureRandom random = new SecureRandom();

    /** Remembers a name; answers its word. */
    String keep(String name, HttpSession session) {
        Map<String, String> names = names(session);
        synchronized (names) {
            return names.entrySet().stream()
                    .filter(e -> e.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> added(name, names));
        }
    }

    /** The name behind a word; empty when the session does not know it. */
    Optional<String> find(String word, HttpSession session) {
        if (word == null || session == null) {
            return Optional.empty();
        }
        Map<String, String> names = names(session);
        synchronized (names) {
            return Optional.ofNullable(names.get(word));
        }
    }

    private String added(String name, Map<String, String> names) {
        StringBuilder word = new StringBuilder();
        while (word.length() < WORD) {
            word.append(Character.forDigit(random.nextInt(LETTERS), LETTERS));
        }
        names.put(word.toString(), name);
        if (names.size() > REMEMBERED) {
            names.remove(names.keySet().iterator().next());
        }
        return word.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> names(HttpSession session) {
        synchronized (session) {
            Map<String, String> names = (Map<String, String>) session.getAttribute(PLACE);
            if (names == null) {
                names = new LinkedHashMap<>();
                session.setAttribute(PLACE, names);
            }
            return names;
        }
    }
}
