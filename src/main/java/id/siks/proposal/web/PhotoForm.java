package id.siks.proposal.web;

/**
 * What comes beside a photo.
 *
 * @param kind what it shows
 * @param latitude where the device was, empty when it did not tell
 * @param takenAt ISO instant, empty when unknown
 * @param key of the page it was sent from, empty from whoever has none
 */
record PhotoForm(String kind, String latitude, String longitude, String accuracyMetres, String takenAt, String key) {}
