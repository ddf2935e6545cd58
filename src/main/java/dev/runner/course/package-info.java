/** What is taught, and the reader of info.toml. */
@NullMarked
package dev.runner.course;

import org.jspecify.annotations.NullMarked;
