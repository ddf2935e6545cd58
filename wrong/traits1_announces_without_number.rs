// Before the concert each instrument is announced, and the sound engineer hears how loud
// it gets. These two abilities make an instrument. So a trait is to list both of them, and
// each instrument says in its own way how it has them.

trait Instrument {
    fn announce(&self) -> String;
    fn loudness(&self) -> u32;
}

struct Triangle;

impl Instrument for Triangle {
    fn announce(&self) -> String {
        String::from("a triangle")
    }
    fn loudness(&self) -> u32 {
        55
    }
}

struct Cello {
    strings: u32,
}

impl Instrument for Cello {
    fn announce(&self) -> String {
        String::from("a cello with 4 strings")
    }
    fn loudness(&self) -> u32 {
        17 * self.strings
    }
}

/// Takes any instrument, but nothing that is none.
fn introduce(instrument: &impl Instrument) -> String {
    format!("{}: {} dB", instrument.announce(), instrument.loudness())
}

fn main() {
    println!("{}", introduce(&Triangle));
    println!("{}", introduce(&Cello { strings: 4 }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_triangle_is_an_instrument() {
        assert_eq!(introduce(&Triangle), "a triangle: 55 dB");
    }

    #[test]
    fn a_cello_is_an_instrument() {
        let cello = Cello { strings: 4 };
        assert_eq!(introduce(&cello), "a cello with 4 strings: 68 dB");
    }

    #[test]
    fn a_string_more_is_named_and_heard() {
        let cello = Cello { strings: 5 };
        assert_eq!(introduce(&cello), "a cello with 5 strings: 85 dB");
    }

    #[test]
    fn a_cello_without_strings_is_silent() {
        let cello = Cello { strings: 0 };
        assert_eq!(introduce(&cello), "a cello with 0 strings: 0 dB");
    }
}
