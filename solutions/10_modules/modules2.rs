// The radio of a lorry knows two stations. Its display shows what both of them play, one
// beside the other. Each station is a module of its own, and neither knows of the other.
// Bring their functions into scope so that the display can call them by short names.

mod harbour_radio {
    pub fn playing(hour: u32) -> String {
        String::from(if hour < 9 { "news" } else { "shanties" })
    }
}

mod valley_radio {
    pub fn playing(hour: u32) -> String {
        String::from(if hour < 7 { "news" } else { "brass bands" })
    }
}

// `as` changes the name here only; in its module each is still called `playing`.
// Without `use` the display would call `harbour_radio::playing` and `valley_radio::playing`
// by their full paths, which for one or two calls is as good.
use harbour_radio::playing as on_harbour;
use valley_radio::playing as on_valley;

fn display(hour: u32) -> String {
    format!("{} | {}", on_harbour(hour), on_valley(hour))
}

fn play_the_same(hour: u32) -> bool {
    on_harbour(hour) == on_valley(hour)
}

fn main() {
    println!("{}", display(8));
    println!("The same on both at five: {}", play_the_same(5));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_harbour_stands_on_the_left() {
        assert_eq!(display(8), "news | brass bands");
    }

    #[test]
    fn the_valley_plays_music_first() {
        assert_eq!(display(6), "news | news");
        assert_eq!(display(7), "news | brass bands");
    }

    #[test]
    fn the_harbour_follows_at_nine() {
        assert_eq!(display(9), "shanties | brass bands");
    }

    #[test]
    fn they_play_the_same_while_both_have_news() {
        assert!(play_the_same(6));
        assert!(!play_the_same(7));
        assert!(!play_the_same(9));
    }
}
