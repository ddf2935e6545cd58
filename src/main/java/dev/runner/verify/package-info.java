/** Decides: runs an exercise's checks and gives a verdict; verifies a course in parallel, and never prints. */
@NullMarked
package dev.runner.verify;

import org.jspecify.annotations.NullMarked;
