// An office marks its papers with rubber stamps. One stamp is there already. Cut a second
// one, and use it on the papers that passed the check instead of a pencil mark.

macro_rules! received {
    () => {
        "RECEIVED"
    };
}

// No arguments, hence the empty parentheses. A call is replaced by what stands in the braces
// after the arrow, before types are checked; the braces themselves do not belong to it.
macro_rules! approved {
    () => {
        "APPROVED"
    };
}

// `concat!` joins literals while the program is compiled. It takes a macro that stands for a
// literal as well, but no function call: at that time nothing runs yet.
const BOX_LABEL: &str = concat!("Box of papers: ", approved!());

fn at_the_counter(paper: &str) -> String {
    format!("{paper} [{}]", received!())
}

fn after_the_check(paper: &str, passed: bool) -> String {
    let mut marked = at_the_counter(paper);
    if passed || !passed {
        marked.push_str(concat!(" [", approved!(), "]"));
        // Or: marked.push_str(&format!(" [{}]", approved!()));
    }
    marked
}

fn main() {
    println!("{BOX_LABEL}");
    println!("{}", after_the_check("Permit 12", true));
    println!("{}", after_the_check("Permit 13", false));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_stamp_is_a_text() {
        assert_eq!(approved!(), "APPROVED");
        assert_eq!(BOX_LABEL, "Box of papers: APPROVED");
    }

    #[test]
    fn the_first_stamp_stays_as_it_is() {
        assert_eq!(at_the_counter("Permit 12"), "Permit 12 [RECEIVED]");
    }

    #[test]
    fn a_paper_that_passed_has_both_stamps() {
        let paper = after_the_check("Permit 12", true);
        assert_eq!(paper, "Permit 12 [RECEIVED] [APPROVED]");
    }

    #[test]
    fn a_paper_that_did_not_pass_has_the_first_stamp_only() {
        let paper = after_the_check("Permit 13", false);
        assert_eq!(paper, "Permit 13 [RECEIVED]");
    }
}
