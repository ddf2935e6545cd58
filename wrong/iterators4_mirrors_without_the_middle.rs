// A quilt is planned as text: a letter stands for the colour of a patch, so "rrgb"
// is a row of four patches. The four functions below number the rows, compare two
// rows, mirror half a row, and measure the border of a row.

/// Each row with its number, counted from 1: "1: rgb".
fn numbered(rows: &[&str]) -> Vec<String> {
    rows.iter()
        .enumerate()
        .map(|(index, row)| format!("{}: {row}", index + 1))
        .collect()
}

/// In how many places patches of the same colour lie above each other.
fn clashes(upper: &str, lower: &str) -> usize {
    upper
        .chars()
        .zip(lower.chars())
        .filter(|(above, below)| above == below)
        .count()
}

/// The half row, then the same patches in mirror image.
fn mirrored(half: &str) -> Vec<char> {
    let middle = half.chars().last().unwrap();
    half.chars()
        .chain(half.chars().rev())
        .filter(|patch| *patch != middle)
        .collect()
}

/// How many patches at the beginning of the row have the given colour.
fn border(row: &str, colour: char) -> usize {
    row.chars().take_while(|patch| *patch == colour).count()
}

fn main() {
    for line in numbered(&["rrgb", "rgrg"]) {
        println!("{line}");
    }
    println!("clashes: {}", clashes("rrgb", "rgrg"));
    println!("mirrored: {:?}", mirrored("rgb"));
    println!("border: {}", border("rrgbr", 'r'));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_from_one() {
        assert_eq!(numbered(&["rg", "gb"]), ["1: rg", "2: gb"]);
    }

    #[test]
    fn only_patches_above_each_other_clash() {
        assert_eq!(clashes("rgb", "rbg"), 1);
        assert_eq!(clashes("rgr", "grg"), 0);
    }

    #[test]
    fn what_reaches_over_the_shorter_row_cannot_clash() {
        assert_eq!(clashes("rr", "rrrr"), 2);
        assert_eq!(clashes("rrrr", "rr"), 2);
    }

    #[test]
    fn the_mirror_image_begins_with_the_last_patch() {
        assert_eq!(mirrored("rgb"), ['r', 'g', 'b', 'b', 'g', 'r']);
    }

    #[test]
    fn nothing_has_an_empty_mirror_image() {
        assert_eq!(mirrored(""), []);
    }

    #[test]
    fn a_border_ends_at_the_first_other_colour() {
        assert_eq!(border("rrgrr", 'r'), 2);
        assert_eq!(border("grr", 'r'), 0);
    }

    #[test]
    fn a_row_of_one_colour_is_all_border() {
        assert_eq!(border("rrr", 'r'), 3);
    }
}
