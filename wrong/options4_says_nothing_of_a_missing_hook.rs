// A caretaker may have a spare key to a flat, and may have noted where it hangs. The
// tenants ask about both as often as they like, and now and then a locksmith borrows the
// key and brings it back, which is counted. Through all of this the key stays here.

struct Key {
    tag: String,
    loans: u32,
}

struct Caretaker {
    spare: Option<Key>,
    hook: Option<String>,
}

impl Caretaker {
    // `&` in front: `key` is now a reference to the key, and the key stays in its place.
    // `match self.spare.as_ref()` does the same; `as_ref` makes an `Option<&Key>`.
    fn tag(&self) -> &str {
        match &self.spare {
            Some(key) => &key.tag,
            None => "no key",
        }
    }

    // `as_deref` borrows and goes one step further: an `Option<String>` is seen as an
    // `Option<&str>`, so that a fixed text can stand in for what is missing.
    fn hook(&self) -> &str {
        self.hook.as_deref().unwrap_or("")
    }

    // With `&mut` the name in the pattern becomes a `&mut Key`.
    fn lend(&mut self) -> bool {
        if let Some(key) = &mut self.spare {
            key.loans += 1;
            true
        } else {
            false
        }
    }
}

fn main() {
    let mut caretaker = Caretaker {
        spare: Some(Key {
            tag: String::from("flat 9"),
            loans: 0,
        }),
        hook: None,
    };
    println!("Spare key: {}, {}", caretaker.tag(), caretaker.hook());
    println!("Can be lent: {}", caretaker.lend());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_key() -> Caretaker {
        Caretaker {
            spare: Some(Key {
                tag: String::from("flat 9"),
                loans: 0,
            }),
            hook: Some(String::from("third from the left")),
        }
    }

    fn without_key() -> Caretaker {
        Caretaker {
            spare: None,
            hook: None,
        }
    }

    #[test]
    fn the_tag_is_read_from_the_key() {
        assert_eq!(with_key().tag(), "flat 9");
    }

    #[test]
    fn without_a_key_there_is_no_tag() {
        assert_eq!(without_key().tag(), "no key");
    }

    #[test]
    fn a_noted_hook_is_told() {
        assert_eq!(with_key().hook(), "third from the left");
    }

    #[test]
    fn a_hook_that_nobody_noted_is_somewhere() {
        assert_eq!(without_key().hook(), "somewhere");
    }

    #[test]
    fn each_loan_is_counted_on_the_key() {
        let mut caretaker = with_key();
        assert!(caretaker.lend());
        assert!(caretaker.lend());
        assert!(matches!(caretaker.spare, Some(Key { loans: 2, .. })));
    }

    #[test]
    fn a_key_that_is_missing_cannot_be_lent() {
        let mut caretaker = without_key();
        assert!(!caretaker.lend());
        assert!(caretaker.spare.is_none());
    }
}
