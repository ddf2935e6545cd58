// A studio has one microphone, and its tape is a list of letters: V for a verse that is
// sung, P for a phrase on the piano. In a duet both take turns. At the mixing desk
// some loudness is moved from one track to another.

fn record(microphone: &mut Vec<char>, sound: char) {
    microphone.push(sound);
}

fn duet(verses: u32) -> Vec<char> {
    let mut tape = Vec::new();

    // Each loan lasts for one call. A name for it, used in every round of the loop,
    // would make it last for the whole loop.
    for _ in 0..verses {
        record(&mut tape, 'V');
        record(&mut tape, 'P');
    }

    tape
}

/// Takes 3 from the loudness of one track and gives it to another.
fn shift(loudness: &mut [i32], from: usize, to: usize) {
    // A loan ends with its last use, not at the end of the block. Without any names:
    // loudness[from] -= 3; loudness[to] += 3;
    let giver = &mut loudness[from];
    *giver += 3;
    let taker = &mut loudness[to];
    *taker -= 3;
}

fn main() {
    println!("On the tape: {:?}", duet(2));

    let mut loudness = [40, 55, 70];
    shift(&mut loudness, 2, 0);
    println!("Loudness: {loudness:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duet_takes_turns() {
        assert_eq!(duet(1), ['V', 'P']);
        assert_eq!(duet(3), ['V', 'P', 'V', 'P', 'V', 'P']);
    }

    #[test]
    fn a_duet_without_verses_is_silent() {
        assert_eq!(duet(0), []);
    }

    #[test]
    fn loudness_moves_from_one_track_to_another() {
        let mut loudness = [40, 55, 70];
        shift(&mut loudness, 2, 0);
        assert_eq!(loudness, [43, 55, 67]);
        shift(&mut loudness, 0, 1);
        assert_eq!(loudness, [40, 58, 67]);
    }

    #[test]
    fn a_track_can_be_shifted_to_itself() {
        let mut loudness = [40, 55];
        shift(&mut loudness, 1, 1);
        assert_eq!(loudness, [40, 55]);
    }
}
