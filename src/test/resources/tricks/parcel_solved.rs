// What does a parcel cost?
// Up to a kilogram it is 2, up to 31.5 kilograms 5; nothing heavier is taken.
fn cost(grams: u32) -> u32 {
    assert!(grams <= 31_500, "too heavy");
    if grams <= 1000 { 2 } else { 5 }
}

fn greet() {
    println!("parcels");
}

fn main() {
    greet();
    println!("{}", cost(500));
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIGHT: [u32; 2] = [1, 1000];

    #[test]
    fn light_ones_cost_two() {
        for grams in LIGHT {
            assert_eq!(cost(grams), 2);
        }
    }

    #[test]
    fn heavy_ones_cost_five() {
        assert_eq!(cost(1001), 5, "just above a kilogram");
        assert_eq!(cost(31_500), 5);
    }

    #[test]
    #[should_panic(expected = "too heavy")]
    fn heavier_ones_are_refused() {
        cost(31_501);
    }

    #[test]
    fn a_weight_may_be_read() -> Result<(), std::num::ParseIntError> {
        let grams = "700".parse()?;
        assert_eq!(Some(cost(grams)), Some(2));
        Ok(())
    }
}
