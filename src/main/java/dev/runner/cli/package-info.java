/** The commands: parse, call one collaborator, map the outcome to an {@link dev.runner.cli.ExitCode}. */
@NullMarked
package dev.runner.cli;

import org.jspecify.annotations.NullMarked;
