// Gardeners double their tulip bulbs.

fn twice(bulbs: u32) -> u32 {
    // TODO: Give back the double.
    bulbs
}

const FACTOR: u32 = 1;

fn main() {
    println!("{} {FACTOR}", twice(4));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_as_many() {
        assert_eq!(twice(4), 8);
    }
}
