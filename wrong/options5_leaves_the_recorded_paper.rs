// In an old bank a pneumatic tube carries papers between two floors. At its end lies one
// capsule or none. A capsule that arrives pushes out the one before it, which falls into
// a basket; a capsule that is fetched is gone from the tube.

struct Tube {
    capsule: Option<String>,
}

impl Tube {
    // `replace` puts the new value in and hands the old content out, in one step. Moving
    // it out first is not allowed: for a moment nothing would stand behind the `&mut`.
    fn send(&mut self, paper: &str) -> Option<String> {
        self.capsule.replace(paper.to_string())
    }

    // `take` hands the content out and leaves `None`. Nothing is copied.
    fn fetch(&mut self) -> Option<String> {
        self.capsule.take()
    }

    // `ok_or` makes `Some` into `Ok` and `None` into an `Err` with the reason given here.
    fn fetch_for_record(&mut self) -> Result<String, String> {
        self.capsule.clone().ok_or(String::from("tube is empty"))
    }
}

fn main() {
    let mut tube = Tube { capsule: None };
    println!("Pushed out: {:?}", tube.send("cheque 211"));
    println!("Pushed out: {:?}", tube.send("cheque 212"));
    println!("Fetched: {:?}", tube.fetch());
    println!("For the record: {:?}", tube.fetch_for_record());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tube_with(paper: &str) -> Tube {
        Tube {
            capsule: Some(paper.to_string()),
        }
    }

    #[test]
    fn a_capsule_that_is_sent_arrives() {
        let mut tube = Tube { capsule: None };
        assert_eq!(tube.send("cheque"), None);
        assert_eq!(tube.capsule, Some(String::from("cheque")));
    }

    #[test]
    fn the_capsule_before_it_is_pushed_out() {
        let mut tube = tube_with("cheque");
        assert_eq!(tube.send("receipt"), Some(String::from("cheque")));
        assert_eq!(tube.capsule, Some(String::from("receipt")));
    }

    #[test]
    fn a_capsule_can_be_fetched_once() {
        let mut tube = tube_with("cheque");
        assert_eq!(tube.fetch(), Some(String::from("cheque")));
        assert_eq!(tube.fetch(), None);
    }

    #[test]
    fn a_fetched_capsule_leaves_room_for_the_next() {
        let mut tube = tube_with("cheque");
        tube.fetch();
        assert_eq!(tube.send("receipt"), None);
    }

    #[test]
    fn the_record_shows_the_paper_that_is_fetched() {
        let mut tube = tube_with("cheque");
        assert_eq!(tube.fetch_for_record(), Ok(String::from("cheque")));
        assert_eq!(tube.capsule, None);
    }

    #[test]
    fn the_record_shows_an_empty_tube() {
        let mut tube = tube_with("cheque");
        tube.fetch();
        let empty = Err(String::from("tube is empty"));
        assert_eq!(tube.fetch_for_record(), empty);
    }
}
