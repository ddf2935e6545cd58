// A print shop reads the size of a poster from texts such as "50x70": the width, an x and
// the height, in centimetres. Each step may fail, and its reason has to reach the
// customer as it is. What the later steps would say is then of no interest any more.

#[derive(Debug, PartialEq)]
struct Poster {
    width: u32,
    height: u32,
}

fn side(text: &str) -> Result<u32, String> {
    match text.trim().parse::<u32>() {
        Ok(0) => Err(String::from("a side of 0 cm")),
        Ok(length) => Ok(length),
        Err(_) => Err(format!("not a length: {text}")),
    }
}

fn poster(text: &str) -> Result<Poster, String> {
    // TODO: Three steps give results here, and the values inside of them are wanted.
    let (width, height) = text.split_once('x').ok_or(String::from("no x in it"));
    Ok(Poster {
        width: side(width),
        height: side(height),
    })
}

// TODO: The strip for the frame is as long as all four sides together.
fn strip(text: &str) -> Result<u32, String> {
    let poster = poster(text);
    Ok(poster.width + poster.height)
}

fn main() {
    println!("{:?}", poster("50x70"));
    println!("{:?} and {:?}", strip("30 x 40"), strip("30 by 40"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(width: u32, height: u32) -> Result<Poster, String> {
        Ok(Poster { width, height })
    }

    #[test]
    fn a_size_is_a_width_and_a_height() {
        assert_eq!(poster("50x70"), size(50, 70));
        assert_eq!(poster("1x1"), size(1, 1));
    }

    #[test]
    fn blanks_around_the_numbers_do_not_matter() {
        assert_eq!(poster(" 9 x 12 "), size(9, 12));
    }

    #[test]
    fn without_an_x_there_is_no_size() {
        assert_eq!(poster("50"), Err(String::from("no x in it")));
        assert_eq!(poster(""), Err(String::from("no x in it")));
    }

    #[test]
    fn a_side_that_is_no_number_is_told() {
        assert_eq!(poster("50xhigh"), Err(String::from("not a length: high")));
        assert_eq!(poster("x70"), Err(String::from("not a length: ")));
    }

    #[test]
    fn a_side_without_length_is_told() {
        assert_eq!(poster("0x70"), Err(String::from("a side of 0 cm")));
        assert_eq!(poster("50x0"), Err(String::from("a side of 0 cm")));
    }

    #[test]
    fn the_first_failure_is_the_one_to_tell() {
        assert_eq!(poster("widexhigh"), Err(String::from("not a length: wide")));
    }

    #[test]
    fn the_strip_goes_around_the_poster() {
        assert_eq!(strip("50x70"), Ok(240));
        assert_eq!(strip("1x1"), Ok(4));
    }

    #[test]
    fn without_a_size_there_is_no_strip() {
        assert_eq!(strip("50xhigh"), Err(String::from("not a length: high")));
    }
}
