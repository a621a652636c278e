/**
 * Running cases move to another version of their process: by a plan that is checked and tried out first, begun by a second
 * person, in batches that can be paused and survive whatever happens to the application. What cannot move stays.
 */
package id.siks.processadmin.migration;
