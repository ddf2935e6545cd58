// A laboratory marks each sample with its site, a dash and a number: "KX-0042". Where a
// mark cannot be read, the laboratory wants to know which part of it is bad, since the
// advice on the screen depends on that. A text as the error would not do for it.

use std::num::ParseIntError;

const SITES: [&str; 3] = ["KX", "LM", "QT"];

#[derive(Debug, PartialEq)]
struct Sample {
    site: String,
    number: u32,
}

#[derive(Debug, PartialEq)]
enum MarkError {
    NoDash,
    UnknownSite(String),
    BadNumber(ParseIntError),
}

fn read(mark: &str) -> Result<Sample, MarkError> {
    let (site, number) = mark.split_once('-').ok_or(MarkError::NoDash)?;

    // An error of one's own is returned like any other value.

    // A variant that holds something is also a function, from the content to the enum.
    // `map_err` applies it to the error only, and `?` then has the kind it needs.
    // The compiler names another way, `impl From<ParseIntError> for MarkError`: then `?`
    // converts by itself. It is good where such an error can mean one thing only.
    let number = number.parse::<u32>().map_err(MarkError::BadNumber)?;

    Ok(Sample {
        site: site.to_string(),
        number,
    })
}

fn advice(error: &MarkError) -> String {
    match error {
        MarkError::NoDash => String::from("Write the site, a dash and the number"),
        MarkError::UnknownSite(site) => format!("There is no site {site}"),
        MarkError::BadNumber(cause) => format!("Check the number: {cause}"),
    }
}

fn main() {
    for mark in ["KX-0042", "KX-42b", "AB-7", "KX42"] {
        match read(mark) {
            Ok(sample) => println!("{} {}", sample.site, sample.number),
            Err(error) => println!("{mark}: {}", advice(&error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bad_number(digits: &str) -> MarkError {
        MarkError::BadNumber(digits.parse::<u32>().unwrap_err())
    }

    #[test]
    fn a_mark_is_a_site_and_a_number() {
        let site = String::from("KX");
        assert_eq!(read("KX-0042"), Ok(Sample { site, number: 42 }));
    }

    #[test]
    fn every_site_of_the_list_is_known() {
        for site in SITES {
            assert!(read(&format!("{site}-1")).is_ok());
        }
    }

    #[test]
    fn a_mark_without_a_dash_is_told() {
        assert_eq!(read("KX0042"), Err(MarkError::NoDash));
        assert_eq!(read(""), Err(MarkError::NoDash));
    }

    #[test]
    fn an_unknown_site_is_told_by_its_name() {
        let unknown = MarkError::UnknownSite(String::from("AB"));
        assert_eq!(read("AB-0042"), Err(unknown));
    }

    #[test]
    fn a_site_in_small_letters_is_unknown() {
        let unknown = MarkError::UnknownSite(String::from("kx"));
        assert_eq!(read("kx-0042"), Err(unknown));
    }

    #[test]
    fn a_bad_number_keeps_its_cause() {
        assert_eq!(read("KX-42b"), Err(bad_number("42b")));
        assert_eq!(read("KX-"), Err(bad_number("")));
    }

    #[test]
    fn only_the_first_dash_parts_the_mark() {
        assert_eq!(read("KX-00-42"), Err(bad_number("00-42")));
    }

    #[test]
    fn the_site_is_looked_at_before_the_number() {
        let unknown = MarkError::UnknownSite(String::from("AB"));
        assert_eq!(read("AB-42b"), Err(unknown));
    }

    #[test]
    fn the_advice_depends_on_the_kind_of_error() {
        let unknown = MarkError::UnknownSite(String::from("AB"));
        assert_eq!(advice(&unknown), "There is no site AB");
        assert!(advice(&MarkError::NoDash).contains("dash"));
        assert!(advice(&bad_number("")).starts_with("Check the number: "));
    }
}
