/** The watch session: events in, next state and effects out; file watcher, debouncer and key source are its only threads. */
@NullMarked
package dev.runner.watch;

import org.jspecify.annotations.NullMarked;
