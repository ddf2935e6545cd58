/** Fakes made by hand and samples that several tests share. */
@NullMarked
package dev.runner.testing;

import org.jspecify.annotations.NullMarked;
