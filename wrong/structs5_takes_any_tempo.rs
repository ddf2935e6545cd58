// A music shop sells mechanical metronomes. Each is made by `Metronome::new`, which
// never sets a tempo outside the scale of 40 to 208 beats a minute. Two metronomes can
// be compared, and one can be printed for the shop's records.

// `==` comes from `PartialEq`, `{:?}` from `Debug`. The derived `==` compares field by
// field. `assert_eq!` needs both: it compares, and prints the values that differ.
#[derive(Debug, PartialEq)]
struct Metronome {
    tempo: u32,
    beats: u32,
}

impl Metronome {
    // No `self` parameter: an associated function, called on the type. `Self` is another
    // name for `Metronome` here.
    fn new(tempo: u32, beats: u32) -> Self {
        Self {
            // An `if` with an `else if` for the two ends does the same.
            tempo,
            beats,
        }
    }

    fn faster(&self, by: u32) -> Self {
        Self::new(self.tempo + by, self.beats)
    }

    fn is_set_like(&self, other: &Self) -> bool {
        self == other
    }
}

fn main() {
    let walking = Metronome::new(92, 4);
    let running = walking.faster(60);
    println!("{walking:?} and {running:?}");
    println!("Set alike: {}", walking.is_set_like(&running));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_metronome_has_the_given_settings() {
        let waltz = Metronome::new(174, 3);
        assert_eq!(waltz.tempo, 174);
        assert_eq!(waltz.beats, 3);
    }

    #[test]
    fn the_ends_of_the_scale_can_be_set() {
        assert_eq!(Metronome::new(40, 4).tempo, 40);
        assert_eq!(Metronome::new(208, 4).tempo, 208);
    }

    #[test]
    fn a_slower_tempo_becomes_the_slowest_of_the_scale() {
        assert_eq!(Metronome::new(39, 4), Metronome::new(40, 4));
        assert_eq!(Metronome::new(0, 2).tempo, 40);
    }

    #[test]
    fn a_faster_tempo_becomes_the_fastest_of_the_scale() {
        assert_eq!(Metronome::new(209, 4), Metronome::new(208, 4));
        assert_eq!(Metronome::new(200, 6).faster(30).tempo, 208);
    }

    #[test]
    fn faster_leaves_the_bar_as_it_is() {
        let jig = Metronome::new(60, 6).faster(12);
        assert_eq!(jig.beats, 6);
        assert_eq!(jig, Metronome::new(72, 6));
    }

    #[test]
    fn alike_means_tempo_and_bar() {
        let march = Metronome::new(120, 2);
        assert!(march.is_set_like(&Metronome::new(120, 2)));
        assert!(!march.is_set_like(&Metronome::new(120, 4)));
        assert!(!march.is_set_like(&Metronome::new(112, 2)));
    }
}
