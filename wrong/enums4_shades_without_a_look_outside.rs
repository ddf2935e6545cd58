// Sensors in a beehive send their readings to the beekeeper, who wants to know for each
// one what there is to do. The kind of reading alone is not enough for that: the number
// inside decides.

enum Reading {
    Weight(u32),
    Warmth { inside: i32, outside: i32 },
    Hum(u32),
    Battery(u8),
}

#[derive(Debug, PartialEq)]
enum Task {
    Nothing,
    Feed,
    AddBox,
    Shade,
    AwaitSwarm { days: u32 },
    ChangeBattery,
}

fn task(reading: Reading) -> Task {
    // The arms are tried from top to bottom; the first one whose pattern fits and whose
    // guard holds is taken. Guards do not count for completeness, hence the `_` at the end.
    match reading {
        Reading::Weight(kilos) if kilos < 15 => Task::Feed,
        Reading::Weight(kilos) if kilos >= 50 => Task::AddBox,
        Reading::Warmth { inside, .. } if inside > 36 => Task::Shade,
        // The higher limit first: what gets past it is below 400. Ranges do the same
        // without guards: `Reading::Hum(400..)` and `Reading::Hum(300..400)`.
        Reading::Hum(hertz) if hertz >= 400 => Task::AwaitSwarm { days: 2 },
        Reading::Hum(hertz) if hertz >= 300 => Task::AwaitSwarm { days: 9 },
        Reading::Battery(percent) if percent < 20 => Task::ChangeBattery,
        _ => Task::Nothing,
    }
}

fn main() {
    println!("{:?}", task(Reading::Weight(31)));
    let (inside, outside) = (38, 29);
    println!("{:?}", task(Reading::Warmth { inside, outside }));
    println!("{:?}", task(Reading::Hum(320)));
    println!("{:?}", task(Reading::Battery(11)));
    println!("{}", task(Reading::Hum(110)) == Task::AddBox);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warmth(inside: i32, outside: i32) -> Reading {
        Reading::Warmth { inside, outside }
    }

    #[test]
    fn a_light_hive_is_fed() {
        assert_eq!(task(Reading::Weight(14)), Task::Feed);
        assert_eq!(task(Reading::Weight(15)), Task::Nothing);
    }

    #[test]
    fn a_heavy_hive_gets_a_box() {
        assert_eq!(task(Reading::Weight(50)), Task::AddBox);
        assert_eq!(task(Reading::Weight(49)), Task::Nothing);
    }

    #[test]
    fn a_hive_warmer_than_the_air_is_shaded() {
        assert_eq!(task(warmth(37, 36)), Task::Shade);
        assert_eq!(task(warmth(36, 20)), Task::Nothing);
    }

    #[test]
    fn shade_does_not_help_when_the_air_is_as_warm() {
        assert_eq!(task(warmth(39, 39)), Task::Nothing);
        assert_eq!(task(warmth(38, 41)), Task::Nothing);
    }

    #[test]
    fn a_high_hum_foretells_a_swarm() {
        assert_eq!(task(Reading::Hum(300)), Task::AwaitSwarm { days: 9 });
        assert_eq!(task(Reading::Hum(399)), Task::AwaitSwarm { days: 9 });
    }

    #[test]
    fn a_very_high_hum_leaves_two_days() {
        assert_eq!(task(Reading::Hum(400)), Task::AwaitSwarm { days: 2 });
    }

    #[test]
    fn a_low_hum_means_nothing() {
        assert_eq!(task(Reading::Hum(299)), Task::Nothing);
    }

    #[test]
    fn a_low_battery_is_changed() {
        assert_eq!(task(Reading::Battery(19)), Task::ChangeBattery);
        assert_eq!(task(Reading::Battery(20)), Task::Nothing);
    }
}
