/** Writes what other programs read: JSON, JUnit XML, annotations, classroom payloads. */
@NullMarked
package dev.runner.report;

import org.jspecify.annotations.NullMarked;
