package id.siks.area;

/**
 * One area as it is called now.
 *
 * @param code its code
 * @param name official name in title case, for example {@code Balik Bukit} or {@code Kabupaten Lampung Barat}
 */
public record Area(AreaCode code, String name) {}
