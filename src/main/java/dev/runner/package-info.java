/** Main and App: the composition root; the only user of System.in/out/err, exit, the default clock and the environment. */
@NullMarked
package dev.runner;

import org.jspecify.annotations.NullMarked;
