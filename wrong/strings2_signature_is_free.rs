// A telegraph office charges by the word. The text may come from a form that was filled
// in, which is a `String`, or be one of the greetings that the office keeps ready, which
// are `&str`; the functions that only read it should accept both.

// `&str` takes a literal as it is. A `&String` is turned into a `&str` at the call, without
// a copy; a parameter of type `&String` would accept nothing else.
fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

struct Telegram {
    text: String,
    #[allow(dead_code)]
    signature: String,
}

fn price(telegram: &Telegram, cents_a_word: usize) -> usize {
    // `&telegram.text` is a `&String`. `telegram.text.as_str()` says the same in full.
    let count = words(&telegram.text);
    count.max(7) * cents_a_word
}

fn greeting_price(greeting: &str, cents_a_word: usize) -> usize {
    // A greeting costs half, and the shortest one costs no less than 40 cents.
    (words(greeting) * cents_a_word / 2).max(40)
}

fn main() {
    let telegram = Telegram {
        text: String::from("arriving tomorrow with the night train"),
        signature: String::from("Aunt Ottilie"),
    };
    println!("{} cents", price(&telegram, 15));
    println!("{} cents", greeting_price("many happy returns", 30));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telegram(text: &str, signature: &str) -> Telegram {
        Telegram {
            text: text.to_string(),
            signature: signature.to_string(),
        }
    }

    #[test]
    fn owned_text_and_literals_are_counted_alike() {
        let form = String::from("send more rope");
        assert_eq!(words(&form), 3);
        assert_eq!(words("send more rope"), 3);
        assert_eq!(words(&form[..9]), 2);
    }

    #[test]
    fn text_and_signature_are_charged() {
        let long = telegram("the piano does not fit through the door", "Max");
        assert_eq!(price(&long, 10), 90);
    }

    #[test]
    fn seven_words_are_the_least() {
        assert_eq!(price(&telegram("stop", "Eva"), 10), 70);
        assert_eq!(price(&telegram("", ""), 10), 70);
        let eight = telegram("the key is under the mat", "Max Eva");
        assert_eq!(price(&eight, 10), 80);
    }

    #[test]
    fn a_greeting_costs_half() {
        assert_eq!(greeting_price("all the best for you", 30), 75);
    }

    #[test]
    fn a_short_greeting_costs_forty_cents() {
        assert_eq!(greeting_price("congratulations", 30), 40);
    }
}
