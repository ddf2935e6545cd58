// Every singer of a choir has a microphone, and the mixing desk holds the list of
// their volumes. A slider raises or lowers all of them. If singers are louder than a
// limit, the desk turns the whole choir down by 2 for each of them.

fn raised(volumes: Vec<i32>, by: i32) -> Vec<i32> {
    let mut raised = volumes;

    // Over `&mut raised` the loop visits the elements where they are. `volume` refers
    // to one, `*volume` is the number itself.
    for volume in &mut raised {
        *volume = by;
    }

    raised
}

fn turned_down(volumes: Vec<i32>, limit: i32) -> Vec<i32> {
    let mut too_loud = 0;

    // Over `&volumes` the loop looks only, so the list is still there afterwards.
    for volume in &volumes {
        if *volume > limit {
            too_loud += 1;
        }
    }

    raised(volumes, -2 * too_loud)
}

fn main() {
    println!("Slider up: {:?}", raised(vec![60, 55, 71], 5));
    println!("Turned down: {:?}", turned_down(vec![60, 92, 71], 90));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slider_raises_every_singer() {
        assert_eq!(raised(vec![60, 55, 71], 5), [65, 60, 76]);
    }

    #[test]
    fn the_slider_lowers_every_singer() {
        assert_eq!(raised(vec![60, 55], -10), [50, 45]);
    }

    #[test]
    fn each_loud_singer_costs_two() {
        assert_eq!(turned_down(vec![60, 95, 71], 90), [58, 93, 69]);
        assert_eq!(turned_down(vec![99, 95, 71], 90), [95, 91, 67]);
    }

    #[test]
    fn as_loud_as_the_limit_is_not_too_loud() {
        assert_eq!(turned_down(vec![90, 90], 90), [90, 90]);
        assert_eq!(turned_down(vec![90, 91], 90), [88, 89]);
    }

    #[test]
    fn an_empty_stage_stays_empty() {
        assert_eq!(turned_down(vec![], 90), []);
        assert_eq!(raised(vec![], 3), []);
    }
}
