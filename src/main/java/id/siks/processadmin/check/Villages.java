package id.siks.processadmin.check;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The villages a finding is about. As a word of its sentence they are the first few; the page folds out the others, of very many
 * only how many there are in each regency.
 *
 * @param regencies by code, each with its villages by code; none is empty
 */
public record Villages(List<Regency> regencies) {

    /** So many are named: a longer list is read by nobody, and would be written once for each task. */
    static final int NAMED = 500;

    private static final int SAID = 3;

    /** Gathers villages by regency; {@code name} tells what a regency is called. */
    static Villages of(List<Area> villages, Function<AreaCode, String> name) {
        Map<AreaCode, List<String>> names = new LinkedHashMap<>();
        villages.forEach(
                village -> names.computeIfAbsent(village.code().at(AreaLevel.REGENCY), code -> new ArrayList<>())
                        .add(village.name()));
        List<Regency> regencies = new ArrayList<>();
        int room = NAMED;
        for (Map.Entry<AreaCode, List<String>> regency : names.entrySet()) {
            List<String> all = regency.getValue();
            List<String> named = List.copyOf(all.subList(0, Math.min(room, all.size())));
            regencies.add(new Regency(name.apply(regency.getKey()), named, all.size()));
            room -= named.size();
        }
        return new Villages(List.copyOf(regencies));
    }

    /** How many there are. */
    public int count() {
        return regencies.stream().mapToInt(Regency::count).sum();
    }

    @Override
    public String toString() {
        return regencies.stream()
                .flatMap(regency -> regency.villages().stream())
                .limit(SAID)
                .collect(Collectors.joining(", "));
    }

    /**
     * Villages of one regency.
     *
     * @param name of the regency
     * @param villages names of those that are named, be it none
     * @param count how many there are
     */
    public record Regency(String name, List<String> villages, int count) {

        /** How many are not named. */
        public int more() {
            return count - villages.size();
        }
    }
}
