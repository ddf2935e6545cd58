/** What the learner has done, and the file that keeps it. */
@NullMarked
package dev.runner.progress;

import org.jspecify.annotations.NullMarked;
