// In an old bank a pneumatic tube carries papers between two floors. At its end lies one
// capsule or none. A capsule that arrives pushes out the one before it, which falls into
// a basket; a capsule that is fetched is gone from the tube.

struct Tube {
    capsule: Option<String>,
}

impl Tube {
    // TODO: The new capsule arrives, but the one that it pushes out is lost. Hand it back
    // to the caller.
    fn send(&mut self, paper: &str) -> Option<String> {
        self.capsule = Some(paper.to_string());
        None
    }

    // TODO: The clerk gets a capsule, but there is still one in the tube.
    fn fetch(&mut self) -> Option<String> {
        self.capsule.clone()
    }

    // TODO: The same for the office upstairs. It keeps a record, and wants to see in it
    // either an `Ok` with the paper or an `Err` with the words "tube is empty".
    fn fetch_for_record(&mut self) -> Result<String, String> {
        Ok(self.fetch().unwrap_or_default())
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
