/**
 * How a draft becomes what cases follow: proposed by its author, checked again, compared and released by a second person, now or
 * at the opening of the next period, and taken back in the same way. What a new version of the application brings is a
 * proposal like any other where somebody has changed the model himself.
 */
package id.siks.processadmin.release;
