// Someone writes a letter by hand, puts it into an envelope and posts it. The postbox
// swallows the letter, but the sender keeps a note of the postage: 90 cents, and 10
// more for every full 20 characters. No second letter is written.

/// Gives back the postbox with the letter in it, and the postage.
fn post(letter: String, mut postbox: Vec<String>) -> (Vec<String>, usize) {
    // push() moves the letter into the vector. The postage is a number of its own, and
    // stays valid when the letter is gone.
    postbox.push(letter);
    let letter = String::new();
    let postage = 90 + letter.len() / 20 * 10;

    (postbox, postage)
}

/// Gives back the envelope with the letter in it, and whether the letter is a short one.
fn seal(letter: String) -> (Vec<String>, bool) {
    let envelope = vec![letter];

    // The only element of the envelope is the letter. Finding out what is to be known
    // before `vec!` would do as well.
    let short = envelope[0].len() < 20;

    (envelope, short)
}

fn main() {
    let (envelope, short) = seal(String::from("See you in May. Ada"));
    println!("Sealed: {envelope:?}, short: {short}");

    let (postbox, postage) = post(String::from("Dear Ada, the pears are ripe."), vec![]);
    println!("Posted for {postage} cents: {postbox:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_is_in_the_postbox() {
        let (postbox, _) = post(String::from("Dear Ada"), vec![]);
        assert_eq!(postbox, ["Dear Ada"]);
    }

    #[test]
    fn letters_posted_before_stay_in_the_postbox() {
        let older = String::from("Dear Bo, a hundred things");
        let (postbox, postage) = post(String::from("Dear Ada"), vec![older]);
        assert_eq!(postbox, ["Dear Bo, a hundred things", "Dear Ada"]);
        assert_eq!(postage, 90);
    }

    #[test]
    fn a_long_letter_costs_more() {
        let letter = String::from("0123456789012345678901234567890123456789");
        let (_, postage) = post(letter, vec![]);
        assert_eq!(postage, 110);
    }

    #[test]
    fn an_empty_page_costs_the_least() {
        let (_, postage) = post(String::new(), vec![]);
        assert_eq!(postage, 90);
    }

    // as_ptr() tells where in memory a text lies. A text that is moved stays there, a
    // second one that is equal lies somewhere else.
    #[test]
    fn the_letter_is_not_written_twice() {
        let letter = String::from("Dear Ada");
        let place = letter.as_ptr();
        let (envelope, _) = seal(letter);
        assert_eq!(envelope[0].as_ptr(), place);

        let letter = String::from("Dear Bo");
        let place = letter.as_ptr();
        let (postbox, _) = post(letter, vec![]);
        assert_eq!(postbox[0].as_ptr(), place);
    }

    #[test]
    fn short_letters_have_less_than_twenty_characters() {
        let (_, short) = seal(String::from("0123456789012345678"));
        assert!(short);
        let (_, short) = seal(String::from("01234567890123456789"));
        assert!(!short);
    }
}
