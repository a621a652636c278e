package id.siks.worklist.list;

/**
 * A filter somebody keeps.
 *
 * @param href address of its list
 * @param shared true when a team sees it
 * @param own true when the reader keeps it himself
 * @param n how many items it has now, for the reader
 * @param many true when {@code n} says only that there are more than are counted
 */
record SavedFilter(long id, String name, String href, boolean shared, boolean own, int n, boolean many) {}
