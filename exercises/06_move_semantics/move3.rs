// Neighbours share an allotment, a watering can and a diary. Watering a bed takes 3
// litres from the can and adds a line to the diary; with less in the can the bed has to
// wait, and nothing is written. The tap fills the can up to 10 litres.

// TODO: The diary was lent for reading only.
fn water(bed: &str, can: &mut u32, diary: &Vec<String>) {
    if *can >= 3 {
        *can -= 3;
        diary.push(String::from(bed));
    }
}

// TODO: This fills another can, which is thrown away at the end of the function.
fn fill(mut can: u32) {
    can = 10;
}

fn main() {
    // TODO: Whoever lends something for changing has to own it as `mut`, and say `&mut`.
    let mut can = 4;
    let diary = Vec::new();
    water("beans", &mut can, &diary);
    fill(can);
    water("leeks", &mut can, &diary);

    println!("{can} litres left, watered: {diary:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn watering_is_written_down() {
        let mut can = 10;
        let mut diary = Vec::new();
        water("beans", &mut can, &mut diary);
        water("leeks", &mut can, &mut diary);
        assert_eq!(diary, ["beans", "leeks"]);
    }

    #[test]
    fn watering_empties_the_can() {
        let mut can = 10;
        let mut diary = Vec::new();
        water("beans", &mut can, &mut diary);
        assert_eq!(can, 7);
    }

    #[test]
    fn three_litres_are_enough() {
        let mut can = 3;
        let mut diary = Vec::new();
        water("beans", &mut can, &mut diary);
        assert_eq!(can, 0);
        assert_eq!(diary, ["beans"]);
    }

    #[test]
    fn two_litres_are_too_little() {
        let mut can = 2;
        let mut diary = vec![String::from("beans")];
        water("leeks", &mut can, &mut diary);
        assert_eq!(can, 2);
        assert_eq!(diary, ["beans"]);
    }

    #[test]
    fn the_tap_fills_the_callers_can() {
        let mut can = 1;
        fill(&mut can);
        assert_eq!(can, 10);
    }

    #[test]
    fn a_full_can_stays_full() {
        let mut can = 10;
        fill(&mut can);
        assert_eq!(can, 10);
    }
}
