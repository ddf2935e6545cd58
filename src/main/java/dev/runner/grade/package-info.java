/** Grades many submissions: finds them, has them judged side by side, and keeps what was found. */
@NullMarked
package dev.runner.grade;

import org.jspecify.annotations.NullMarked;
