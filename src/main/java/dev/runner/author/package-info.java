/** What an author needs: the proof that each exercise fails as declared, each solution passes, and nothing is astray. */
@NullMarked
package dev.runner.author;

import org.jspecify.annotations.NullMarked;
