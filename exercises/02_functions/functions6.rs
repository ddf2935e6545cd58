// A bicycle rental writes its bills. The price of the bicycles and the price of the
// helmets have functions already. Write the two others: the tests at the end of the
// file show what they give. Build each function on those that are there.

const DEPOSIT: u32 = 50;

fn rent(bicycles: u32, days: u32) -> u32 {
    bicycles * days * 12
}

fn helmet_hire(helmets: u32) -> u32 {
    helmets * 4
}

fn bill(bicycles: u32, days: u32, helmets: u32) -> u32 {
    // TODO: Read the tests of the bill. How often is a helmet paid for?
    bicycles + days + helmets
}

fn to_pay_at_the_start(bicycles: u32, days: u32, helmets: u32) -> u32 {
    // TODO: The deposit is missing. The tests show how often it is taken.
    bill(bicycles, days, helmets)
}

fn main() {
    println!("One day: {}, a helmet: {}", rent(1, 1), helmet_hire(1));
    println!("Deposit: {DEPOSIT}");
    println!("Two bicycles, a week, one helmet: {}", bill(2, 7, 1));
    println!("At the start: {}", to_pay_at_the_start(2, 7, 1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bill_without_helmets_is_the_rent() {
        assert_eq!(bill(1, 1, 0), 12);
        assert_eq!(bill(2, 3, 0), 72);
    }

    #[test]
    fn a_helmet_adds_its_price() {
        assert_eq!(bill(1, 1, 1), 16);
        assert_eq!(bill(1, 1, 3), 24);
    }

    #[test]
    fn a_helmet_is_paid_once_however_long_the_rental() {
        assert_eq!(bill(1, 10, 1), 124);
    }

    #[test]
    fn helmets_can_be_hired_without_a_bicycle() {
        assert_eq!(bill(0, 5, 2), 8);
    }

    #[test]
    fn the_start_costs_the_bill_and_a_deposit() {
        assert_eq!(to_pay_at_the_start(1, 1, 0), 62);
        assert_eq!(to_pay_at_the_start(1, 2, 1), 78);
    }

    #[test]
    fn each_bicycle_needs_a_deposit() {
        assert_eq!(to_pay_at_the_start(3, 1, 0), 186);
    }

    #[test]
    fn without_a_bicycle_there_is_no_deposit() {
        assert_eq!(to_pay_at_the_start(0, 1, 1), 4);
    }
}
