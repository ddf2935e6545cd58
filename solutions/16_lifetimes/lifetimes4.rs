// A phrase book is a text with lines such as "thank you = takk". A traveller asks for a
// phrase, and the slip with the question is soon thrown away. What the answer borrows
// from, the book or the slip, decides how long it can be kept.

/// What the book says about the phrase, if anything.
// A reference without a name has a lifetime of its own. As good: a second name, 'p, for it.
fn translate<'a>(book: &'a str, phrase: &str) -> Option<&'a str> {
    for line in book.lines() {
        match line.split_once(" = ") {
            Some((known, foreign)) if known == phrase => return Some(foreign),
            _ => {}
        }
    }
    None
}

/// The translation, or else the phrase itself: said slowly, it may be understood.
fn say<'a>(book: &'a str, phrase: &'a str) -> &'a str {
    translate(book, phrase).unwrap_or(phrase)
}

/// The language for a code such as "nb".
// Without 'static the only reference that goes in would count as the source of the result.
fn language(code: &str) -> &'static str {
    match code {
        "nb" => "Norwegian",
        "fi" => "Finnish",
        _ => "unknown",
    }
}

fn main() {
    let book = String::from("thank you = takk\ngood evening = god kveld");
    let (thanks, tongue);
    {
        let slip = String::from("thank you");
        thanks = translate(&book, &slip);
        println!("say: {}", say(&book, &slip));
        let code = String::from("nb");
        tongue = language(&code);
    }
    println!("{thanks:?} is {tongue}");
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = "yes = ja\nthank you = takk\nyes = jo\nice = is";

    /// The question is gone when this function is over; the book is not.
    fn ask_on_a_slip<'b>(book: &'b str, question: &str) -> Option<&'b str> {
        let slip = question.to_string();
        translate(book, &slip)
    }

    #[test]
    fn the_translation_outlives_the_question() {
        assert_eq!(ask_on_a_slip(BOOK, "thank you"), Some("takk"));
        assert_eq!(ask_on_a_slip(BOOK, "ice"), Some("is"));
    }

    #[test]
    fn the_first_translation_counts() {
        assert_eq!(ask_on_a_slip(BOOK, "yes"), Some("ja"));
    }

    #[test]
    fn the_whole_phrase_has_to_be_in_the_book() {
        assert_eq!(ask_on_a_slip(BOOK, "thank"), None);
        assert_eq!(ask_on_a_slip(BOOK, "takk"), None);
        assert_eq!(ask_on_a_slip(BOOK, ""), None);
    }

    #[test]
    fn a_known_phrase_is_said_in_translation() {
        assert_eq!(say(BOOK, "ice"), "is");
    }

    #[test]
    fn an_unknown_phrase_is_said_as_it_is() {
        assert_eq!(say(BOOK, "good night"), "good night");
        assert_eq!(say("", "no"), "no");
    }

    #[test]
    fn the_name_of_a_language_outlives_its_code() {
        let name = {
            let code = String::from("fi");
            language(&code)
        };
        assert_eq!(name, "Finnish");
        assert_eq!(language("nb"), "Norwegian");
    }

    #[test]
    fn other_codes_are_unknown() {
        assert_eq!(language("NB"), "unknown");
        assert_eq!(language(""), "unknown");
    }
}
