// A waybill lists the freight of a wagon. One railway sends the weights of all pieces as a
// list of numbers, another sends a text such as "300 coal, 45 mail". The weighbridge asks
// both for the same things. The two types belong to std, but the questions are ours.

trait Waybill {
    /// The number of pieces.
    fn pieces(&self) -> usize;
    /// The weight of all pieces together.
    fn weight(&self) -> u32;
}

impl Waybill for Vec<u32> {
    fn pieces(&self) -> usize {
        self.len()
    }
    fn weight(&self) -> u32 {
        let mut sum = 0;
        for kilograms in self {
            sum += kilograms;
        }
        sum
    }
}

impl Waybill for String {
    fn pieces(&self) -> usize {
        let mut pieces = 0;
        for word in self.split_whitespace() {
            if word.parse::<u32>().is_err() {
                break;
            }
            pieces += 1;
        }
        pieces
    }
    fn weight(&self) -> u32 {
        let mut sum = 0;
        for word in self.split_whitespace() {
            if let Ok(kilograms) = word.parse::<u32>() {
                sum += kilograms;
            }
        }
        sum
    }
}

/// Takes a waybill of any type; gives back its pieces and its weight.
fn weigh(waybill: &impl Waybill) -> (usize, u32) {
    (waybill.pieces(), waybill.weight())
}

fn main() {
    println!("list: {:?}", weigh(&vec![300, 45]));
    println!("text: {:?}", weigh(&String::from("300 coal, 45 mail")));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(waybill: Vec<u32>) -> (usize, u32) {
        weigh(&waybill)
    }

    fn text(waybill: &str) -> (usize, u32) {
        weigh(&waybill.to_string())
    }

    #[test]
    fn a_list_has_a_weight_for_each_piece() {
        assert_eq!(list(vec![300, 45, 5]), (3, 350));
        assert_eq!(list(vec![8]), (1, 8));
    }

    #[test]
    fn each_number_of_a_text_is_a_piece() {
        assert_eq!(text("300 coal, 45 mail"), (2, 345));
        assert_eq!(text("7"), (1, 7));
    }

    #[test]
    fn words_that_are_not_numbers_do_not_count() {
        assert_eq!(text("12 old  brass bells, 80 sacks of rye"), (2, 92));
        assert_eq!(text("nothing today"), (0, 0));
    }

    #[test]
    fn a_word_with_digits_is_not_a_number() {
        assert_eq!(text("90 rails no4, 3kg of bolts"), (1, 90));
    }

    #[test]
    fn an_empty_waybill_weighs_nothing() {
        assert_eq!(list(Vec::new()), (0, 0));
        assert_eq!(text(""), (0, 0));
    }
}
