// A potter's kiln must never get hotter than 1280 degrees, whatever somebody writes into
// a firing plan. That is why its field is private: outside of the module nobody can build
// a kiln that is hotter than the limit, or heat one beyond it. Leave the field private.

mod kiln {
    const LIMIT: u32 = 1280;

    pub struct Kiln {
        degrees: u32,
    }

    impl Kiln {
        // Where a field is private, a function of the module is the only way to a value.
        // So no kiln can exist that has not passed this line.
        pub fn at(degrees: u32) -> Self {
            Self {
                degrees: LIMIT.min(degrees),
            }
        }

        pub fn degrees(&self) -> u32 {
            self.degrees
        }

        pub fn heat(&mut self, by: u32) {
            self.degrees = LIMIT.min(self.degrees + by);
        }
    }
}

use kiln::Kiln;

fn fire(start: u32, plan: &[u32]) -> Kiln {
    let mut kiln = Kiln::at(start);
    if !plan.is_empty() {
        kiln.heat(plan[plan.len() - 1]);
    }
    kiln
}

fn main() {
    let kiln = fire(20, &[580, 350, 150]);
    println!("The kiln has reached {} degrees.", kiln.degrees());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kiln_starts_at_the_given_degrees() {
        assert_eq!(Kiln::at(20).degrees(), 20);
        assert_eq!(Kiln::at(1280).degrees(), 1280);
    }

    #[test]
    fn no_kiln_starts_above_the_limit() {
        assert_eq!(Kiln::at(1281).degrees(), 1280);
        assert_eq!(Kiln::at(5000).degrees(), 1280);
    }

    #[test]
    fn an_empty_plan_leaves_the_kiln_as_it_is() {
        assert_eq!(fire(35, &[]).degrees(), 35);
    }

    #[test]
    fn all_steps_add_up() {
        assert_eq!(fire(20, &[580, 350, 150]).degrees(), 1100);
    }

    #[test]
    fn no_plan_gets_past_the_limit() {
        assert_eq!(fire(1000, &[280]).degrees(), 1280);
        assert_eq!(fire(1000, &[280, 1]).degrees(), 1280);
        assert_eq!(fire(20, &[900, 900]).degrees(), 1280);
    }
}
