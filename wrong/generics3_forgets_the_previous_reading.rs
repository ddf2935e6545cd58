// A display shows what an instrument reads now, and what it read before. It was built for
// wind speeds. Now it is to show readings of any type: texts, whole numbers, pairs. Only
// the change from one reading to the next remains a matter of wind speeds.

struct Gauge<T> {
    previous: Option<T>,
    current: Option<T>,
}

impl<T> Gauge<T> {
    fn new() -> Self {
        Self {
            previous: None,
            current: None,
        }
    }

    fn update(&mut self, reading: T) {
        self.current = Some(reading);
    }

    /// The newest reading was a mistake: the one before it is shown again.
    fn undo(&mut self) {
        self.current = self.previous.take();
    }
}

impl Gauge<f64> {
    fn change(&self) -> Option<f64> {
        match (self.previous, self.current) {
            (Some(before), Some(now)) => Some(now - before),
            _ => None,
        }
    }
}

fn main() {
    let mut wind = Gauge::new();
    wind.update(4.5);
    wind.update(6.0);
    println!("wind {:?}, change {:?}", wind.current, wind.change());

    let mut sky = Gauge::new();
    sky.update("cloudy");
    sky.update("rain");
    sky.undo();
    println!("sky {:?}, before {:?}", sky.current, sky.previous);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gauge_of_texts_shows_the_newest_reading() {
        let mut sky = Gauge::new();
        sky.update("clear");
        sky.update("fog");
        assert_eq!(sky.current, Some("fog"));
    }

    #[test]
    fn the_reading_before_is_kept() {
        let mut people_and_dogs = Gauge::new();
        people_and_dogs.update((12, 3));
        people_and_dogs.update((15, 1));
        people_and_dogs.update((9, 0));
        assert_eq!(people_and_dogs.previous, Some((15, 1)));
    }

    #[test]
    fn readings_that_cannot_be_copied_are_moved() {
        let mut note = Gauge::new();
        note.update(String::from("calm"));
        note.update(String::from("breeze"));
        assert_eq!(note.previous, Some(String::from("calm")));
    }

    #[test]
    fn undo_goes_back_one_reading() {
        let mut level = Gauge::new();
        level.update(7_u8);
        level.update(9);
        level.undo();
        assert_eq!(level.current, Some(7));
        assert_eq!(level.previous, None);
    }

    #[test]
    fn two_readings_of_the_wind_make_a_change() {
        let mut wind = Gauge::new();
        assert_eq!(wind.change(), None);
        wind.update(6.5);
        assert_eq!(wind.change(), None);
        wind.update(4.0);
        assert_eq!(wind.change(), Some(-2.5));
    }
}
