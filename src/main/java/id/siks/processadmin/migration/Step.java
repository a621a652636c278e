package id.siks.processadmin.migration;

/**
 * A step at which a case can wait.
 *
 * @param id id of the element
 * @param name what people call it, or its id
 * @param kind local name of the element
 */
record Step(String id, String name, String kind) {}
