// A printer puts a foot below each page: a rule, and under it the number of the page and of
// the sheet, which has two pages. The macros for the two lines exist and are correct; only
// the foot cannot see them from where it stands. Write neither of them a second time.

/// The cover bears the same number line, but no rule.
fn cover(title: &str) -> String {
    format!("{title}\n{}", sheets::first_number())
}

macro_rules! rule {
    ($width:expr) => {
        "-".repeat($width)
    };
}

// `#[macro_use]` lets the macros of a module go on after its end. The other way: write
// `pub(crate) use number;` behind the macro and call it by its path, `sheets::number!(page)`.
#[macro_use]
mod sheets {
    macro_rules! number {
        ($page:expr) => {
            format!("page {}, sheet {}", $page, u32::div_ceil($page, 2))
        };
    }
    pub fn first_number() -> String {
        number!(1)
    }
}

// A macro is known from its definition downwards, unlike a function. So either the macro moves
// up or, as here, the caller moves down.
fn foot(page: u32) -> String {
    format!("\n{}", number!(page))
}

fn main() {
    println!("{}\n\n{}", cover("The Tides"), foot(2));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_stands_above_the_number() {
        assert_eq!(foot(2), "----------------\npage 2, sheet 1");
    }

    #[test]
    fn a_new_sheet_begins_with_every_odd_page() {
        assert!(foot(3).ends_with("page 3, sheet 2"));
        assert!(foot(4).ends_with("page 4, sheet 2"));
        assert!(foot(5).ends_with("page 5, sheet 3"));
    }

    #[test]
    fn the_cover_has_a_number_too() {
        assert_eq!(cover("The Tides"), "The Tides\npage 1, sheet 1");
    }
}
