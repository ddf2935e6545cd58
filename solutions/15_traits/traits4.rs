// A stage manager calls the cues of an evening: "Stand by, light 12", and later "go". She
// has light cues and sound cues, and someday perhaps smoke. Her functions should take any
// cue, and each should demand of it exactly what it needs.

trait Cue {
    fn number(&self) -> u32;
    fn name(&self) -> String;
}

#[derive(Debug)]
struct Light(u32);

/// With its number and its tape.
#[derive(Debug)]
struct Sound(u32, char);

impl Cue for Light {
    fn number(&self) -> u32 {
        self.0
    }
    fn name(&self) -> String {
        format!("light {}", self.0)
    }
}

impl Cue for Sound {
    fn number(&self) -> u32 {
        self.0
    }
    fn name(&self) -> String {
        format!("sound {} from tape {}", self.0, self.1)
    }
}

// The same in full: fn stand_by<C: Cue>(cue: &C) -> String
fn stand_by(cue: &impl Cue) -> String {
    format!("Stand by, {}", cue.name())
}

// Each `impl Cue` stands for a type of its own. With one parameter C, the two cues would
// have to be of the same type. As good is <A: Cue, B: Cue>(first: &A, second: &B).
/// Whether `second` comes later than `first`.
fn comes_later(first: &impl Cue, second: &impl Cue) -> bool {
    first.number() < second.number()
}

/// A line for the prompt book, with all details of the cue.
fn log_line<C>(minute: u32, cue: &C) -> String
where
    C: Cue + std::fmt::Debug,
{
    format!("{minute} min, {}: {cue:?}", cue.name())
}

fn main() {
    let sound = Sound(13, 'B');
    println!("{}", stand_by(&Light(12)));
    println!("sound comes later: {}", comes_later(&Light(12), &sound));
    println!("{}", log_line(4, &sound));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thunder() -> Sound {
        Sound(7, 'A')
    }

    /// A cue without Debug.
    struct Smoke;

    impl Cue for Smoke {
        fn number(&self) -> u32 {
            8
        }
        fn name(&self) -> String {
            String::from("smoke")
        }
    }

    #[test]
    fn all_cues_stand_by() {
        assert_eq!(stand_by(&Light(3)), "Stand by, light 3");
        assert_eq!(stand_by(&thunder()), "Stand by, sound 7 from tape A");
        assert_eq!(stand_by(&Smoke), "Stand by, smoke");
    }

    #[test]
    fn light_comes_before_or_after_sound() {
        assert!(comes_later(&Light(6), &thunder()));
        assert!(!comes_later(&thunder(), &Light(6)));
        assert!(comes_later(&thunder(), &Smoke));
    }

    #[test]
    fn two_cues_of_one_type_have_an_order_too() {
        assert!(comes_later(&Light(1), &Light(2)));
        assert!(!comes_later(&Light(2), &Light(1)));
    }

    #[test]
    fn cues_with_the_same_number_are_called_together() {
        assert!(!comes_later(&Light(7), &thunder()));
        assert!(!comes_later(&thunder(), &Light(7)));
    }

    #[test]
    fn the_prompt_book_has_name_and_details() {
        assert_eq!(log_line(5, &Light(3)), "5 min, light 3: Light(3)");
        let line = log_line(90, &thunder());
        assert_eq!(line, "90 min, sound 7 from tape A: Sound(7, 'A')");
    }
}
