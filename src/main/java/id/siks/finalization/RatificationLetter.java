package id.siks.finalization;

import java.time.LocalDate;

/**
 * The regent's letter.
 *
 * @param number as printed on it, 3 to 60 characters
 * @param date its date, neither in the future nor before the list was sealed
 * @param sha256 hash of the list he confirms, 64 hexadecimal digits
 */
public record RatificationLetter(String number, LocalDate date, String sha256) {}
