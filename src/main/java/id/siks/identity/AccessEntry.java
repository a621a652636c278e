package id.siks.identity;

import java.time.Instant;

/**
 * One line of the access log.
 *
 * @param entryId its number
 * @param at when
 * @param accountId who; null for the system
 * @param roles the roles he held then, joined with {@code |}
 * @param kind what
 * @param subject whom: {@code <room>:<key>}, never a NIK or a name
 * @param purpose why
 * @param origin from where: the network address, and {@code via <name>} where a client asked for him
 * @param outcome how it ended
 */
public record AccessEntry(
        long entryId,
        Instant at,
        Long accountId,
        String roles,
        AccessKind kind,
        String subject,
        String purpose,
        String origin,
        AccessOutcome outcome) {}
