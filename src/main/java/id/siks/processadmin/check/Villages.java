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
 * The villages a finding is about. As a word of its sentence they are the first few; the page folds all of them out.
 *
 * @param regencies by code, each with its villages by code; none is empty
 */
public record Villages(List<Regency> regencies) {

    private static final int SAID = 3;

    /** Gathers villages by regency; {@code name} tells what a regency is called. */
    static Villages of(List<Area> villages, Function<AreaCode, String> name) {
        Map<AreaCode, List<String>> names = new LinkedHashMap<>();
        villages.forEach(
                village -> names.computeIfAbsent(village.code().at(AreaLevel.REGENCY), code -> new ArrayList<>())
                        .add(village.name()));
        return new Villages(names.entrySet().stream()
                .map(regency -> new Regency(name.apply(regency.getKey()), List.copyOf(regency.getValue())))
                .toList());
    }

    /** How many there are. */
    public int count() {
        return regencies.stream().mapToInt(regency -> regency.villages().size()).sum();
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
     * @param villages names
     */
    public record Regency(String name, List<String> villages) {}
}
