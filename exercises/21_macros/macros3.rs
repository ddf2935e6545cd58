// A piano teacher writes chords down as key numbers, counted from the left. The lowest key of
// the chord is enough for a major one, a word asks for another kind, and a number puts the
// middle key that many keys above the lowest. Each way of writing is an arm of one macro.

macro_rules! chord {
    // TODO: Every arm is fine by itself, but two do not fit: one is refused as it is written,
    // and then another one takes what was meant for its neighbours.
    ($low:expr) => {
        vec![$low, $low + 4, $low + 7]
    };
    ($low:expr, $middle:expr) => {
        vec![$low, $low + $middle, $low + 7]
    };
    ($low:expr minor) => {
        vec![$low, $low + 3, $low + 7]
    };
    ($low:expr, seventh) => {
        vec![$low, $low + 4, $low + 7, $low + 10]
    };
}

/// The chords of the song that the pupils know best, from a key of their choice.
fn first_song(key: u8) -> Vec<Vec<u8>> {
    vec![
        chord!(key),
        chord!(key + 9, minor),
        chord!(key + 7, seventh),
        chord!(key, 5),
    ]
}

fn main() {
    for keys in first_song(28) {
        println!("{keys:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_key_alone_means_major() {
        assert_eq!(chord!(40), [40, 44, 47]);
    }

    #[test]
    fn a_minor_chord_has_its_middle_key_one_lower() {
        assert_eq!(chord!(40, minor), [40, 43, 47]);
    }

    #[test]
    fn a_seventh_chord_has_four_keys() {
        assert_eq!(chord!(40, seventh), [40, 44, 47, 50]);
    }

    #[test]
    fn a_number_places_the_middle_key() {
        let wide = 6;
        assert_eq!(chord!(40, 5), [40, 45, 47]);
        assert_eq!(chord!(40, wide), [40, 46, 47]);
    }

    #[test]
    fn the_song_uses_every_kind() {
        let chords = first_song(28);
        assert_eq!(chords[0], [28, 32, 35]);
        assert_eq!(chords[1], [37, 40, 44]);
        assert_eq!(chords[2], [35, 39, 42, 45]);
        assert_eq!(chords[3], [28, 33, 35]);
    }
}
