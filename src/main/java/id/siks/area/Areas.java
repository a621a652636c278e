package id.siks.area;

import id.siks.platform.NotFound;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The areas of Indonesia as they are called now. They change only when the application starts, so names are remembered. */
@Service
public class Areas {

    /** Most hits a search gives. */
    public static final int MOST_HITS = 100;

    private final AreaTable table;
    private final Map<AreaCode, Area> known = new ConcurrentHashMap<>();
    private final Map<AreaCode, List<Area>> villages = new ConcurrentHashMap<>();

    Areas(AreaTable table) {
        this.table = table;
    }

    /** The area with {@code code}, if there is one. */
    public Optional<Area> find(AreaCode code) {
        Area area = known.get(code);
        if (area == null) {
            area = table.find(code);
            if (area != null) {
                known.put(code, area);
            }
        }
        return Optional.ofNullable(area);
    }

    /** The area with {@code code}; {@link NotFound} when there is none. */
    public Area get(AreaCode code) {
        return find(code).orElseThrow(() -> new NotFound("area " + code));
    }

    /**
     * Areas whose name or code matches what somebody has typed so far, best hit first. Case, accents and dots do not
     * matter; when nothing contains the text, similar names are offered.
     *
     * @param text part of a name or the beginning of a code; blank finds nothing
     * @param level only areas of this level, or null for all
     * @param within only this area and what lies in it, or null for the nation
     * @param limit most hits wanted, 1 to {@link #MOST_HITS}; anything else is cut to that range
     */
    public List<Area> search(String text, AreaLevel level, AreaCode within, int limit) {
        return table.search(SearchText.of(text), level, within, Math.max(1, Math.min(limit, MOST_HITS)));
    }

    /** The areas right below {@code parent}, by code; empty for a village. */
    public List<Area> children(AreaCode parent) {
        return table.children(parent);
    }

    /** The villages of these regencies, by code. */
    public List<Area> villages(Collection<AreaCode> regencies) {
        List<AreaCode> unknown = regencies.stream()
                .filter(regency -> !villages.containsKey(regency))
                .toList();
        if (!unknown.isEmpty()) {
            Map<AreaCode, List<Area>> read = table.villages(unknown).stream()
                    .collect(Collectors.groupingBy(village -> village.code().at(AreaLevel.REGENCY)));
            unknown.forEach(regency -> villages.put(regency, read.getOrDefault(regency, List.of())));
        }
        return regencies.stream()
                .sorted()
                .distinct()
                .flatMap(regency -> villages.get(regency).stream())
                .toList();
    }

    /** The provinces, by code. */
    public List<Area> provinces() {
        return table.provinces();
    }

    /**
     * Name with the names above it, up to the regency: {@code Padang Cahya, Balik Bukit, Kabupaten Lampung Barat}.
     * {@link NotFound} for an unknown code.
     */
    public String path(AreaCode code) {
        StringBuilder path = new StringBuilder(get(code).name());
        for (int level = code.level().ordinal() - 1; level >= AreaLevel.REGENCY.ordinal(); level--) {
            path.append(", ").append(get(code.at(AreaLevel.values()[level])).name());
        }
        return path.toString();
    }

    /** The zone whose clock hangs on the wall there: WIB, WITA or WIT. {@link NotFound} for an unknown province. */
    public ZoneId zoneOf(AreaCode code) {
        return TimeZones.of(get(code.at(AreaLevel.PROVINCE)).code());
    }
}
