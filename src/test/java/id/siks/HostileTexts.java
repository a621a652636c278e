package id.siks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nobody should send and somebody does. */
final class HostileTexts {

    private HostileTexts() {}

    /** Values of a field. */
    static List<String> values() {
        return List.of(
                "",
                "x",
                "-1",
                "99999999999999999999",
                "2147483648",
                "9223372036854775807",
                "1e2147483647",
                "1e-999999999",
                "NaN",
                "9999999-01-01",
                "-999999999-01-01",
                "+999999999-12-31",
                "-999999999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "2026-13-45",
                "2026-13/1804",
                "2026-02-30T25:61",
                "\u0661\u0662\u0663",
                "../../etc/passwd",
                "a\u0000b",
                "\u202Ea",
                "\uD800",
                "\uD83D\uDE00",
                "' or 1=1 --",
                "%_\\",
                "${7*7}#{7*7}[[7*7]]",
                "<script>alert(1)</script>",
                "A".repeat(5_000),
                "A".repeat(10_001),
                "00000000-0000-0000-0000-000000000000",
                "true");
    }

    /** Ids in an address, encoded as they travel. */
    static List<String> ids() {
        return List.of(
                "0",
                "-1",
                "9223372036854775807",
                "99999999999999999999",
                "1.5",
                "null",
                "..",
                "%2e%2e%2fetc",
                "..%5c..",
                "%00",
                "a%00b",
                "%25",
                "%0d%0aX-Injected:%20y",
                "%E2%80%AEa",
                "%ff%fe",
                "%ed%a0%80",
                "%F0%9F%98%80",
                "a;b=c",
                "%3Cscript%3E",
                "%27",
                "UJI-1804-26-999999",
                "A".repeat(5_000));
    }

    /** Bodies by their kind; none is what a form sends. */
    static Map<String, String> bodies() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("application/json", "{\"version\": [null, {\"a\": 1e999}]");
        bodies.put("application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        bodies.put("text/plain", "halo");
        bodies.put("application/x-www-form-urlencoded", "version=%zz&key=%ff%fe&members[99999999].nik=1&housing=2");
        bodies.put("application/x-www-form-urlencoded; charset=klingon", "version=1");
        bodies.put("multipart/form-data", "--x\r\n");
        bodies.put("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc");
        bodies.put("nothing", "halo");
        return bodies;
    }
}
