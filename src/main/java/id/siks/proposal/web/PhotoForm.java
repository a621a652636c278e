package id.siks.proposal.web;

/**
 * What comes beside a photo.
 *
 * @param kind what it shows
 * @param latitude where the device was, empty when it did not tell
 * @param takenAt ISO instant, empty when unknown
 */
record PhotoForm(String kind, String latitude, String longitude, String accuracyMetres, String takenAt) {}
