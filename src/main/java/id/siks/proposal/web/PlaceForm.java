package id.siks.proposal.web;

/** Step four as typed: where the house stands. */
record PlaceForm(String version, String key, String action, Point place) implements StepForm {

    PlaceForm {
        place = place == null ? new Point(null, null, null, null) : place;
    }

    /**
     * A point of the earth.
     *
     * @param accuracyMetres as the device reported it, empty for a point set by hand
     * @param locatedAt ISO instant the device gave, empty for now
     */
    record Point(String latitude, String longitude, String accuracyMetres, String locatedAt) {}
}
