// If a guest should ever break out into the process that runs it, it finds a cage: the kernel
// lets this process make only the system calls that it needs, with the arguments that it needs.
// The filter is a table, and this is its judge. To do: compare an argument, judge a
// call, and refuse filters that contradict themselves.

use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Action {
    Allow,
    Errno(u16),
    Trap,
    KillProcess,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Compare {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    /// Only the bits of the mask count.
    MaskedEq(u64),
}

/// How much of the argument counts: its lower half, or all of it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Width {
    Dword,
    Qword,
}

#[derive(Clone, Debug)]
struct Condition {
    argument: usize,
    width: Width,
    compare: Compare,
    value: u64,
}

/// Fits a call if all its conditions do; without conditions it fits every call.
#[derive(Clone, Debug)]
struct Rule(Vec<Condition>);

struct Call {
    number: u32,
    arguments: [u64; 6],
}

#[derive(Debug, PartialEq)]
enum FilterError {
    Argument(usize),
    /// A rule without conditions makes the other rules of its call useless.
    UselessRules(u32),
    /// Then the filter would be no filter.
    SameActions,
}

impl Condition {
    fn fits(&self, arguments: &[u64; 6]) -> bool {
        let cut = |number: u64| match self.width {
            Width::Dword => number & u64::from(u32::MAX),
            Width::Qword => number,
        };
        let (argument, value) = (cut(arguments[self.argument]), cut(self.value));
        match self.compare {
            Compare::Eq => argument == value,
            Compare::Ne => argument != value,
            Compare::Lt => argument < value,
            Compare::Le => argument <= value,
            Compare::Gt => argument.cast_signed() > value.cast_signed(),
            Compare::Ge => argument >= value,
            Compare::MaskedEq(mask) => argument & mask == value & mask,
        }
    }
}

#[derive(Debug)]
struct Filter {
    rules: BTreeMap<u32, Vec<Rule>>,
    /// For calls that fit one of their rules.
    matched: Action,
    /// For all others.
    default: Action,
}

impl Filter {
    fn new(
        rules: Vec<(u32, Rule)>,
        matched: Action,
        default: Action,
    ) -> Result<Filter, FilterError> {
        if matched == default {
            return Err(FilterError::SameActions);
        }
        let mut by_call: BTreeMap<u32, Vec<Rule>> = BTreeMap::new();
        for (number, rule) in rules {
            if let Some(bad) = rule.0.iter().find(|condition| condition.argument > 5) {
                return Err(FilterError::Argument(bad.argument));
            }
            by_call.entry(number).or_default().push(rule);
        }
        for (number, rules) in &by_call {
            if rules.len() > 1 && rules.iter().any(|rule| rule.0.is_empty()) {
                return Err(FilterError::UselessRules(*number));
            }
        }
        Ok(Filter {
            rules: by_call,
            matched,
            default,
        })
    }

    fn judge(&self, call: &Call) -> Action {
        let rules = self.rules.get(&call.number).map_or(&[][..], Vec::as_slice);
        let fits = |rule: &Rule| {
            rule.0
                .iter()
                .all(|condition| condition.fits(&call.arguments))
        };
        if rules.iter().any(fits) {
            self.matched
        } else {
            self.default
        }
    }
}

const READ: u32 = 0;
const MMAP: u32 = 9;
const IOCTL: u32 = 16;

fn condition(argument: usize, compare: Compare, value: u64) -> Condition {
    Condition {
        argument,
        width: Width::Dword,
        compare,
        value,
    }
}

fn call(number: u32, second: u64, third: u64) -> Call {
    Call {
        number,
        arguments: [0, second, third, 0, 0, 0],
    }
}

fn main() {
    let kvm_run = condition(1, Compare::Eq, 0xae80);
    let not_executable = condition(2, Compare::MaskedEq(4), 0);
    let rules = vec![
        (READ, Rule(vec![])),
        (IOCTL, Rule(vec![kvm_run])),
        (MMAP, Rule(vec![not_executable])),
    ];
    let filter = Filter::new(rules, Action::Allow, Action::Trap).expect("a good filter");
    for call in [
        call(READ, 0, 9),
        call(IOCTL, 0xae80, 0),
        call(MMAP, 4096, 7),
        call(59, 0, 0),
    ] {
        println!("{}: {:?}", call.number, filter.judge(&call));
    }
    let others = [
        Compare::Ne,
        Compare::Lt,
        Compare::Le,
        Compare::Gt,
        Compare::Ge,
    ];
    println!(
        "{:?}",
        others.map(|compare| condition(1, compare, 7).fits(&[0, 7, 0, 0, 0, 0]))
    );
    let open = Filter::new(vec![], Action::Errno(1), Action::Errno(1));
    println!(
        "{:?}, {:?}",
        open.err(),
        (Action::KillProcess, Width::Qword)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(compare: Compare, argument: u64, value: u64) -> bool {
        let mut condition = condition(2, compare, value);
        condition.width = Width::Qword;
        condition.fits(&[0, 1, argument, 3, 4, 5])
    }

    fn filter(rules: Vec<(u32, Rule)>) -> Result<Filter, FilterError> {
        Filter::new(rules, Action::Allow, Action::KillProcess)
    }

    #[test]
    fn each_comparison_knows_less_equal_and_greater() {
        for (compare, expected) in [
            (Compare::Eq, [false, true, false]),
            (Compare::Ne, [true, false, true]),
            (Compare::Lt, [true, false, false]),
            (Compare::Le, [true, true, false]),
            (Compare::Gt, [false, false, true]),
            (Compare::Ge, [false, true, true]),
        ] {
            let found = [9, 10, 11].map(|argument| fits(compare, argument, 10));
            assert_eq!(found, expected, "{compare:?}");
        }
    }

    #[test]
    fn a_mask_chooses_the_bits() {
        assert!(fits(Compare::MaskedEq(0b0110), 0b1011, 0b0010));
        assert!(fits(Compare::MaskedEq(0b0110), 0b1011, 0b0011));
        assert!(!fits(Compare::MaskedEq(0b0110), 0b1011, 0b0100));
    }

    #[test]
    fn numbers_have_no_sign() {
        assert!(fits(Compare::Gt, u64::MAX, 5));
        assert!(fits(Compare::Lt, 5, 1 << 63));
    }

    #[test]
    fn a_dword_is_the_lower_half() {
        let high = (1 << 32) + 7;
        let mut condition = condition(0, Compare::Eq, 7);
        assert!(condition.fits(&[high, 0, 0, 0, 0, 0]));
        condition.value = high;
        assert!(condition.fits(&[7, 0, 0, 0, 0, 0]));
        condition.width = Width::Qword;
        assert!(!condition.fits(&[7, 0, 0, 0, 0, 0]));
        assert!(condition.fits(&[high, 0, 0, 0, 0, 0]));
    }

    #[test]
    fn an_unknown_call_gets_the_default() {
        let filter = filter(vec![(READ, Rule(vec![]))]).unwrap();
        assert_eq!(filter.judge(&call(READ, 8, 8)), Action::Allow);
        assert_eq!(filter.judge(&call(MMAP, 8, 8)), Action::KillProcess);
    }

    #[test]
    fn all_conditions_of_one_rule_must_fit() {
        let both = Rule(vec![
            condition(1, Compare::Eq, 1),
            condition(2, Compare::Lt, 5),
        ]);
        let filter = filter(vec![(IOCTL, both)]).unwrap();
        assert_eq!(filter.judge(&call(IOCTL, 1, 4)), Action::Allow);
        assert_eq!(filter.judge(&call(IOCTL, 1, 5)), Action::KillProcess);
        assert_eq!(filter.judge(&call(IOCTL, 2, 4)), Action::KillProcess);
    }

    #[test]
    fn one_of_several_rules_is_enough() {
        let rule = |value| (IOCTL, Rule(vec![condition(1, Compare::Eq, value)]));
        let filter = filter(vec![rule(1), rule(2), rule(3)]).unwrap();
        let judged = [1, 2, 3, 4].map(|second| filter.judge(&call(IOCTL, second, 0)));
        assert_eq!(judged[..3], [Action::Allow; 3]);
        assert_eq!(judged[3], Action::KillProcess);
    }

    #[test]
    fn a_list_of_what_is_forbidden_works_too() {
        let rules = vec![(MMAP, Rule(vec![condition(2, Compare::MaskedEq(4), 4)]))];
        let filter = Filter::new(rules, Action::Errno(1), Action::Allow).unwrap();
        assert_eq!(filter.judge(&call(MMAP, 0, 7)), Action::Errno(1));
        assert_eq!(filter.judge(&call(MMAP, 0, 3)), Action::Allow);
    }

    #[test]
    fn filters_that_contradict_themselves_are_refused() {
        let same = Filter::new(vec![], Action::Allow, Action::Allow);
        assert_eq!(same.err(), Some(FilterError::SameActions));
        let rules = vec![
            (IOCTL, Rule(vec![condition(1, Compare::Eq, 1)])),
            (READ, Rule(vec![])),
            (IOCTL, Rule(vec![])),
        ];
        assert_eq!(filter(rules).err(), Some(FilterError::UselessRules(IOCTL)));
    }

    #[test]
    fn a_call_has_six_arguments() {
        for (argument, error) in [(5, None), (6, Some(FilterError::Argument(6)))] {
            let rule = Rule(vec![condition(argument, Compare::Eq, 1)]);
            assert_eq!(filter(vec![(READ, rule)]).err(), error);
        }
    }
}
