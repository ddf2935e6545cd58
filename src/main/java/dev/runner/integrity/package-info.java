/** Reads Rust as tokens and items, tells whether the course's tests are still the course's, and makes tests prove that they ran. */
@NullMarked
package dev.runner.integrity;

import org.jspecify.annotations.NullMarked;
