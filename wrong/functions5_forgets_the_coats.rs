// A paint mixer stands in the hardware store. It works out how many millilitres of paint
// a wall takes, and how much green comes out when it mixes blue with yellow. Both
// functions promise a `u32` and calculate the right one, but neither hands it out.

fn paint_for(square_metres: u32, coats: u32) -> u32 {
    let painted = square_metres * coats;

    // Without a semicolon, the last line is the value of the body, as it is in any block.
    // `return painted * 125;` does the same, but is kept for leaving a function early.
    square_metres * 125
}

fn green_from(blue: u32) -> u32 {
    // Two parts of yellow come to one part of blue.
    let yellow = blue * 2;

    // A `let` is a statement and has no value itself. Keeping it and writing `green` in the
    // line below it works too; clippy then remarks that the name is not needed.
    blue + yellow
}

fn main() {
    println!("12 square metres, 2 coats: {} ml", paint_for(12, 2));
    println!("400 ml of blue give {} ml of green", green_from(400));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_square_metres_take_half_a_litre() {
        assert_eq!(paint_for(4, 1), 500);
    }

    #[test]
    fn a_second_coat_takes_as_much_again() {
        assert_eq!(paint_for(12, 2), 3000);
    }

    #[test]
    fn no_coat_takes_no_paint() {
        assert_eq!(paint_for(12, 0), 0);
    }

    #[test]
    fn green_holds_the_blue_and_the_yellow() {
        assert_eq!(green_from(400), 1200);
    }

    #[test]
    fn a_single_drop_of_blue() {
        assert_eq!(green_from(1), 3);
    }
}
