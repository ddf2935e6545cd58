// A surveyor reads old plans, in which lengths are given in the units of their time. Each
// unit becomes a type of its own that knows its length in micrometres; a macro writes the
// type and its trait implementation. A second macro adds up lengths of different units.

trait Length {
    fn micrometres(&self) -> u64;
    fn written(&self) -> String;
}

macro_rules! units {
    // `ident`: only a name may follow `struct`. `expr`: the length is computed, and it stays one
    // value, as if in parentheses, whatever it is multiplied by.
    ($($name:ident, $symbol:expr, $length:expr;)*) => {
        $(
            struct $name(u64);
            impl Length for $name {
                fn micrometres(&self) -> u64 {
                    $length
                }
                fn written(&self) -> String {
                    format!("{} {}", self.0, $symbol)
                }
            }
        )*
    };
}

units! {
    Inch, "in", 25_400;
    Foot, "ft", 12 * 25_400;
    Ell, "ell", 500_000 + 83_131;
}

macro_rules! total {
    // Hygiene: this `sum` and a `sum` of the caller are two variables, as `let` in a macro makes
    // a name that only the macro sees. The name of a type is not hidden so: see `Inch` above.
    ($($length:expr),+ $(,)?) => {{
        let mut sum = 0;
        $(sum += $length.micrometres();)+
        sum
    }};
}

fn main() {
    let (depth, width) = (Foot(3), Inch(7));
    println!("{} and {}", depth.written(), width.written());
    println!("{} micrometres, {}", total!(depth), Ell(1).micrometres());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_knows_its_length() {
        assert_eq!(Inch(3).micrometres(), 76_200);
        assert_eq!(Foot(2).micrometres(), 609_600);
    }

    #[test]
    fn a_length_that_is_a_sum_stays_together() {
        assert_eq!(Ell(2).micrometres(), 1_166_262);
    }

    #[test]
    fn a_unit_knows_its_symbol() {
        assert_eq!(Foot(3).written(), "3 ft");
        assert_eq!(Ell(10).written(), "10 ell");
    }

    #[test]
    fn a_single_length_is_its_own_total() {
        assert_eq!(total!(Inch(1)), 25_400);
    }

    #[test]
    fn lengths_of_several_units_add_up() {
        assert_eq!(total!(Foot(1), Inch(6), Ell(1)), 1_040_331);
    }

    #[test]
    fn a_variable_of_the_caller_may_have_any_name() {
        let sum = Inch(2);
        assert_eq!(total!(sum, Inch(1), sum), 127_000);
    }
}
