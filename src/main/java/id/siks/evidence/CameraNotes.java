package id.siks.evidence;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;

/**
 * What the camera wrote beside the picture. Absent or damaged notes never make a picture worse.
 *
 * @param orientation EXIF tag, 1 to 8; 1 when unknown
 * @param latitude degrees, six decimals, or null
 * @param longitude degrees, six decimals, or null
 * @param takenAt wall-clock time without a zone, as cameras note it, or null
 */
record CameraNotes(int orientation, BigDecimal latitude, BigDecimal longitude, LocalDateTime takenAt) {

    static final CameraNotes NONE = new CameraNotes(1, null, null, null);

    private static final int DECIMALS = 6;

    static CameraNotes of(byte[] content) {
        try {
            Metadata notes = ImageMetadataReader.readMetadata(new ByteArrayInputStream(content), content.length);
            GeoLocation place = place(notes);
            return new CameraNotes(
                    orientation(notes),
                    place == null ? null : degrees(place.getLatitude()),
                    place == null ? null : degrees(place.getLongitude()),
                    takenAt(notes));
        } catch (ImageProcessingException | IOException | RuntimeException damaged) {
            return NONE;
        }
    }

    private static int orientation(Metadata notes) {
        ExifIFD0Directory exif = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return orientation == null ? 1 : orientation;
    }

    private static GeoLocation place(Metadata notes) {
        GpsDirectory gps = notes.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        boolean possible = place != null
                && Math.abs(place.getLatitude()) <= 90
                && Math.abs(place.getLongitude()) <= 180
                && !place.isZero();
        return possible ? place : null;
    }

    private static LocalDateTime takenAt(Metadata notes) {
        ExifSubIFDDirectory exif = notes.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var date = exif == null ? null : exif.getDateOriginal(TimeZone.getTimeZone(ZoneOffset.UTC));
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
