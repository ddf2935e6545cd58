/** rustc, cargo and clippy as a port, and the processes that they and the learner's programs run in. */
@NullMarked
package dev.runner.toolchain;

import org.jspecify.annotations.NullMarked;
