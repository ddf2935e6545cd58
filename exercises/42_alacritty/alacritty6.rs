// "\x1b[1;31m" makes what follows bold and red. Such a list of numbers (SGR, "select graphic
// rendition") is read from left to right, and each changes the style that the cursor gives to the
// cells it writes. Most numbers are a change by themselves; 38 and 48 are followed by a colour, in
// one of two spellings: `38;5;208` is three entries of the list, `38:5:208` is one with parts.

/// Properties that are on or off, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Flags(u8);

impl Flags {
    const BOLD: Flags = Flags(1);
    const DIM: Flags = Flags(1 << 1);
    const ITALIC: Flags = Flags(1 << 2);
    const UNDERLINE: Flags = Flags(1 << 3);
    const INVERSE: Flags = Flags(1 << 4);

    fn insert(&mut self, flags: Flags) {
        self.0 |= flags.0;
    }

    fn remove(&mut self, flags: Flags) {
        // TODO: Of all bits only those of `flags` go.
        self.0 = flags.0;
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Color {
    #[default]
    Default,
    /// One of 256 colours; the first 16 have names.
    Indexed(u8),
    Rgb(u8, u8, u8),
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Style {
    foreground: Color,
    background: Color,
    flags: Flags,
}

impl Style {
    /// Each entry of the list has one part at least.
    fn select(&mut self, list: &[Vec<u16>]) {
        let mut entries = list.iter().map(Vec::as_slice);
        while let Some(entry) = entries.next() {
            match *entry {
                [0] => *self = Style::default(),
                [1] => self.flags.insert(Flags::BOLD),
                [2] => self.flags.insert(Flags::DIM),
                [3] => self.flags.insert(Flags::ITALIC),
                [4, 0] | [24] => self.flags.remove(Flags::UNDERLINE),
                [4, ..] => self.flags.insert(Flags::UNDERLINE),
                [7] => self.flags.insert(Flags::INVERSE),

                // TODO: 22 is the end of bold and of dim.
                [22] => self.flags.remove(Flags::BOLD),

                [23] => self.flags.remove(Flags::ITALIC),
                [27] => self.flags.remove(Flags::INVERSE),
                [39] => self.foreground = Color::Default,
                [49] => self.background = Color::Default,
                [n @ 30..=37] => self.foreground = Color::Indexed(n as u8 - 30),
                [n @ 40..=47] => self.background = Color::Indexed(n as u8 - 40),
                [n @ 90..=97] => self.foreground = Color::Indexed(n as u8 - 82),
                [n @ 100..=107] => self.background = Color::Indexed(n as u8 - 92),
                [38, ref parts @ ..] => {
                    let color = read_color(parts, &mut entries);
                    self.foreground = color.unwrap_or(self.foreground);
                }
                [48, ref parts @ ..] => {
                    let color = read_color(parts, &mut entries);
                    self.background = color.unwrap_or(self.background);
                }
                _ => (), // unknown: no reason to give up the others
            }
        }
    }
}

/// The colour after 38 or 48: in the other parts of the same entry, or in the entries that follow.
fn read_color<'a>(parts: &[u16], entries: &mut impl Iterator<Item = &'a [u16]>) -> Option<Color> {
    let byte = |number: u16| u8::try_from(number).ok();
    let rgb = |r, g, b| Some(Color::Rgb(byte(r)?, byte(g)?, byte(b)?));
    // TODO: Without parts, read on in the entries: 5 and a number, or 2 and three. With parts there may be
    // one more between the 2 and the three, the colour space; it may be ignored.
    match *parts {
        [5, index] => byte(index).map(Color::Indexed),
        [2, r, g, b] => rgb(r, g, b),
        _ => {
            entries.next();
            None
        }
    }
}

/// The list between `ESC [` and `m`; what is left out counts as 0.
fn parse(list: &str) -> Vec<Vec<u16>> {
    let number = |part: &str| part.parse().unwrap_or(0);
    let parts = |entry: &str| entry.split(':').map(number).collect();
    list.split(';').map(parts).collect()
}

fn main() {
    let mut style = Style::default();
    for list in ["1;31", "48;5;236", "22;38:2::255:176:0", ""] {
        style.select(&parse(list));
        println!("{list:20} {style:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(lists: &[&str]) -> Style {
        let mut style = Style::default();
        for list in lists {
            style.select(&parse(list));
        }
        style
    }

    fn flags(list: &str) -> u8 {
        after(&[list]).flags.0
    }

    fn foreground(list: &str) -> Color {
        after(&["36", list]).foreground
    }

    const CYAN: Color = Color::Indexed(6);

    #[test]
    fn changes_add_up() {
        let style = after(&["1;31", "4;42"]);
        assert_eq!(style.flags.0, Flags::BOLD.0 | Flags::UNDERLINE.0);
        assert_eq!(style.foreground, Color::Indexed(1));
        assert_eq!(style.background, Color::Indexed(2));
    }

    #[test]
    fn each_property_has_a_bit_of_its_own() {
        assert_eq!(flags("1;2;3;4;7").count_ones(), 5);
    }

    #[test]
    fn zero_or_nothing_takes_all_back() {
        assert_eq!(after(&["1;31;45", ""]), Style::default());
        assert_eq!(after(&["1;31;0;3"]), after(&["3"]));
    }

    #[test]
    fn each_property_ends_alone() {
        assert_eq!(flags("1;2;3;4;7;22"), flags("3;4;7"));
        assert_eq!(flags("1;3;4;7;23"), flags("1;4;7"));
        assert_eq!(flags("1;3;4;7;24"), flags("1;3;7"));
        assert_eq!(flags("1;3;4;7;27"), flags("1;3;4"));
    }

    #[test]
    fn what_is_off_may_be_ended() {
        assert_eq!(flags("1;24"), flags("1"));
    }

    #[test]
    fn an_underline_may_have_a_shape() {
        assert_eq!(flags("4:3"), flags("4"));
        assert_eq!(flags("4:3;4:0"), 0);
    }

    #[test]
    fn sixteen_colours_have_numbers_of_their_own() {
        assert_eq!(foreground("30"), Color::Indexed(0));
        assert_eq!(foreground("37"), Color::Indexed(7));
        assert_eq!(foreground("90"), Color::Indexed(8));
        assert_eq!(foreground("97"), Color::Indexed(15));
        let background = |list| after(&[list]).background;
        assert_eq!(background("40"), Color::Indexed(0));
        assert_eq!(background("47"), Color::Indexed(7));
        assert_eq!(background("100"), Color::Indexed(8));
        assert_eq!(background("107"), Color::Indexed(15));
    }

    #[test]
    fn each_colour_returns_to_its_default() {
        assert_eq!(after(&["31;42;39"]), after(&["42"]));
        assert_eq!(after(&["31;42;49"]), after(&["31"]));
    }

    #[test]
    fn colours_may_be_spelt_as_a_list() {
        assert_eq!(foreground("38;5;208"), Color::Indexed(208));
        assert_eq!(foreground("38;2;1;2;3"), Color::Rgb(1, 2, 3));
        let style = after(&["48;5;17;38;2;0;0;9;1"]);
        assert_eq!(style.background, Color::Indexed(17));
        assert_eq!(style.foreground, Color::Rgb(0, 0, 9));
        assert_eq!(style.flags, Flags::BOLD);
    }

    #[test]
    fn colours_may_be_spelt_as_one_entry() {
        assert_eq!(foreground("38:5:208"), Color::Indexed(208));
        assert_eq!(foreground("38:2:1:2:3"), Color::Rgb(1, 2, 3));
        assert_eq!(foreground("38:2::1:2:3"), Color::Rgb(1, 2, 3));
        let style = after(&["48:5:17;1"]);
        assert_eq!(style.background, Color::Indexed(17));
        assert_eq!(style.flags, Flags::BOLD);
    }

    #[test]
    fn a_colour_that_does_not_exist_changes_nothing() {
        assert_eq!(foreground("38;5;256"), CYAN);
        assert_eq!(foreground("38;2;0;0;999"), CYAN);
        assert_eq!(foreground("38;5"), CYAN);
        assert_eq!(foreground("38"), CYAN);
        assert_eq!(foreground("38;9"), CYAN);
        assert_eq!(foreground("38:5"), CYAN);
        assert_eq!(after(&["43;48:7:1"]).background, Color::Indexed(3));
    }

    #[test]
    fn unknown_numbers_are_passed_over() {
        assert_eq!(after(&["1;88;31"]), after(&["1;31"]));
        assert_eq!(after(&["29;98;108"]), Style::default());
    }
}
