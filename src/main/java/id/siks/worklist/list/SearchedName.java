package id.siks.worklist.list;

/**
 * A name somebody looks for.
 *
 * @param key in the spelling names are compared in
 * @param alike true to find similar names instead of those that contain it
 */
record SearchedName(String key, boolean alike) {

    Condition condition() {
        return alike
                ? new Condition().and("? <% subject_key", key)
                : new Condition().and("subject_key like ?", "%" + key + "%");
    }

    SearchedName orAlike() {
        return new SearchedName(key, true);
    }
}
