// An archive prepares a million photo captions for print. An unwanted word is blotted
// out and a missing full stop is added. Most captions need neither: those must come
// through as they are, borrowed, without a new text being made for them.

use std::borrow::Cow;

/// Replaces the word, wherever it stands, by as many dots as it has letters.
fn blot<'a>(caption: &'a str, word: &str) -> Cow<'a, str> {
    if caption.contains(word) {
        let dots = ".".repeat(word.chars().count());
        Cow::Owned(caption.replace(word, &dots))
    } else {
        Cow::Borrowed(caption)
    }
}

/// Adds a full stop where there is none at the end.
fn finish(mut caption: Cow<'_, str>) -> Cow<'_, str> {
    if !caption.ends_with('.') {
        caption.to_mut().push('.');
    }
    caption
}

/// How many captions had to be written anew.
fn rewritten(captions: &[Cow<'_, str>]) -> usize {
    captions
        .iter()
        .filter(|caption| matches!(caption, Cow::Borrowed(_)))
        .count()
}

fn main() {
    let mut printed = Vec::new();
    for caption in ["The mayor at sea.", "The wretched bridge", "Fog."] {
        printed.push(finish(blot(caption, "wretched")));
    }
    println!(
        "{} of {} rewritten: {printed:?}",
        rewritten(&printed),
        printed.len()
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_on_the_list_is_blotted_out() {
        assert_eq!(
            blot("A daft cat, a daft dog.", "daft"),
            "A .... cat, a .... dog."
        );
    }

    #[test]
    fn letters_count_not_bytes() {
        assert_eq!(blot("Ein böser Hund.", "böser"), "Ein ..... Hund.");
    }

    #[test]
    fn a_clean_caption_stays_borrowed() {
        let caption = blot("A cat.", "daft");
        assert_eq!(caption, "A cat.");
        assert!(matches!(caption, Cow::Borrowed(_)));
    }

    #[test]
    fn a_missing_full_stop_is_added() {
        assert_eq!(finish(Cow::Borrowed("A cat")), "A cat.");
        assert_eq!(finish(Cow::Owned("A .... cat".to_string())), "A .... cat.");
        assert_eq!(finish(Cow::Borrowed("")), ".");
    }

    #[test]
    fn a_finished_caption_stays_borrowed() {
        let caption = finish(Cow::Borrowed("A cat."));
        assert_eq!(caption, "A cat.");
        assert!(matches!(caption, Cow::Borrowed(_)));
    }

    #[test]
    fn only_owned_captions_were_rewritten() {
        let captions = [
            Cow::Borrowed("A."),
            Cow::Owned("B.".to_string()),
            Cow::Borrowed("C."),
        ];
        assert_eq!(rewritten(&captions), 1);
    }

    #[test]
    fn the_two_steps_together_rewrite_once() {
        let caption = finish(blot("A daft cat", "daft"));
        assert_eq!(caption, "A .... cat.");
        assert_eq!(rewritten(&[caption, finish(blot("A cat.", "daft"))]), 1);
    }
}
