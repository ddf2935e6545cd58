// A cinema tells many visitors from few.

fn size(visitors: u32) -> &'static str {
    if visitors > 0 { "many" } else { "few" }
}

fn main() {
    println!("{}", size(20));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_told_from_few() {
        assert_eq!(size(20), "many");
        assert_eq!(size(3), "few");
    }
}
