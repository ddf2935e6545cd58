// In a vending machine the snacks stand in a coil. Loading it and selling from it change
// the coil. When the machine is taken away, the coil is dismantled: its snacks go back
// to the shop, and afterwards there must be no coil left to sell from.

struct Coil {
    turns: usize,
    snacks: Vec<String>,
    sold: u32,
}

impl Coil {
    // Each turn of the coil carries one snack.
    fn load(&mut self, _snack: String) -> bool {
        self.snacks.len() < self.turns
    }

    // `&mut self`: the coil is changed and still belongs to the caller.
    fn sell(&mut self) -> bool {
        if self.snacks.is_empty() {
            return false;
        }
        self.snacks.remove(0);
        self.sold += 1;
        true
    }

    // `self`: the coil moves in here and ends with the call, so its snacks may be moved
    // out. A copy made by `clone` would leave a coil behind that still sells them.
    fn dismantle(self) -> Vec<String> {
        self.snacks
    }
}

fn main() {
    let mut coil = Coil {
        turns: 2,
        snacks: vec![],
        sold: 0,
    };
    for name in ["fig bar", "nut bar", "oat bar"] {
        println!("{name} loaded: {}", coil.load(String::from(name)));
    }
    println!("a bar was sold: {}, bars sold: {}", coil.sell(), coil.sold);
    println!("back to the shop: {:?}", coil.dismantle());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coil(turns: usize, names: &[&str]) -> Coil {
        let mut coil = Coil {
            turns,
            snacks: vec![],
            sold: 0,
        };
        for name in names {
            assert!(coil.load(String::from(*name)), "no turn for {name}");
        }
        coil
    }

    #[test]
    fn loaded_snacks_stand_in_the_coil() {
        assert_eq!(coil(3, &["figs", "nuts"]).dismantle(), ["figs", "nuts"]);
    }

    #[test]
    fn a_full_coil_takes_no_more() {
        let mut full = coil(2, &["figs", "nuts"]);
        assert!(!full.load(String::from("oats")));
        assert_eq!(full.dismantle(), ["figs", "nuts"]);
    }

    #[test]
    fn the_first_in_is_sold_first() {
        let mut coil = coil(3, &["figs", "nuts", "oats"]);
        assert!(coil.sell());
        assert_eq!(coil.sold, 1);
        assert_eq!(coil.dismantle(), ["nuts", "oats"]);
    }

    #[test]
    fn a_sale_frees_a_turn() {
        let mut coil = coil(1, &["figs"]);
        coil.sell();
        assert!(coil.load(String::from("nuts")));
    }

    #[test]
    fn nothing_is_sold_from_an_empty_coil() {
        let mut empty = coil(4, &[]);
        assert!(!empty.sell());
        assert_eq!(empty.sold, 0);
    }

    // as_ptr() tells where in memory a text lies: a moved one stays there, a copy does not.
    #[test]
    fn the_snacks_themselves_go_back_and_no_copies() {
        let coil = coil(1, &["figs"]);
        let place = coil.snacks[0].as_ptr();
        assert_eq!(coil.dismantle()[0].as_ptr(), place);
    }
}
