/** Turns domain values into styled lines; owns theme, display width and the terminal port, and never decides. */
@NullMarked
package dev.runner.view;

import org.jspecify.annotations.NullMarked;
