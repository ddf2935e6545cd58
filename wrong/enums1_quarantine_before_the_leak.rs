// A ship that enters the harbour hoists one flag out of a fixed set, and the harbour
// office acts on the flag that it sees. The set becomes an enum: a value of it is always
// one of the flags and never anything else.

// A value of this type is exactly one of the four variants. A text or a number could hold
// anything at all, and each function would have to check it again.
#[derive(Debug, PartialEq)]
enum Flag {
    AllWell,
    PilotWanted,
    Quarantine,
    Sinking,
}

fn hoist(pilot_on_board: bool, sick: u32, leaking: bool) -> Flag {
    // The gravest worry is asked for first, since the first condition that holds decides.
    if sick > 0 {
        Flag::Quarantine
    } else if leaking {
        Flag::Sinking
    } else if !pilot_on_board {
        Flag::PilotWanted
    } else {
        Flag::AllWell
    }
}

fn may_dock(flag: &Flag) -> bool {
    *flag != Flag::Quarantine && *flag != Flag::PilotWanted
}

fn main() {
    for sick in 0..=1 {
        let flag = hoist(true, sick, false);
        println!("{flag:?}, may dock: {}", may_dock(&flag));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ship_without_worries_says_so() {
        assert_eq!(hoist(true, 0, false), Flag::AllWell);
    }

    #[test]
    fn a_ship_without_a_pilot_wants_one() {
        assert_eq!(hoist(false, 0, false), Flag::PilotWanted);
    }

    #[test]
    fn one_sick_sailor_is_enough_for_quarantine() {
        assert_eq!(hoist(true, 1, false), Flag::Quarantine);
        assert_eq!(hoist(false, 5, false), Flag::Quarantine);
    }

    #[test]
    fn a_leak_comes_before_everything() {
        assert_eq!(hoist(true, 0, true), Flag::Sinking);
        assert_eq!(hoist(false, 3, true), Flag::Sinking);
    }

    #[test]
    fn a_sinking_ship_may_dock_at_once() {
        assert!(may_dock(&Flag::Sinking));
        assert!(may_dock(&Flag::AllWell));
    }

    #[test]
    fn others_wait_outside() {
        assert!(!may_dock(&Flag::Quarantine));
        assert!(!may_dock(&Flag::PilotWanted));
    }
}
