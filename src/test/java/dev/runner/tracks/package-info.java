/** The capstones of the course's project tracks against the real programs they rebuild. */
@NullMarked
package dev.runner.tracks;

import org.jspecify.annotations.NullMarked;
