// A hiking map prints a profile for each tour: the metres climbed, the first height
// above the snow line, the measured heights without the gaps, and the mean height
// of each stage. The code is right, but the reviewer, clippy, knows shorter forms
// for its loops. In the end no warning is left, and all tests still pass.

/// All metres of climb; descents do not count.
fn climbed(heights: &[u32]) -> u32 {
    // TODO: Two neighbours at a time are a window on the heights.
    let mut sum = 0;
    let mut before = u32::MAX; // from up there the first point is no climb
    for i in 0..heights.len() {
        sum += heights[i].saturating_sub(before);
        before = heights[i];
    }
    sum
}

fn first_above(heights: &[u32], snow_line: u32) -> Option<u32> {
    // TODO: There is a method for this very search.
    for height in heights.iter().copied() {
        if height > snow_line {
            return Some(height);
        }
    }
    None
}

/// Where the instrument had no signal there is a `None`.
fn measured(signals: &[Option<u32>]) -> Vec<u32> {
    // TODO: The loop looks into each option by hand.
    let mut heights = Vec::new();
    for signal in signals {
        if let Some(height) = signal {
            heights.push(*height);
        }
    }
    heights
}

/// The mean height of each stage of `size` points; the last may be shorter.
fn stage_means(heights: &[u32], size: usize) -> Vec<u32> {
    // TODO: `chunks` cuts the stages well; the sum has a shorter form.
    heights
        .chunks(size)
        .map(|stage| stage.iter().fold(0, |sum, height| sum + height) / stage.len() as u32)
        .collect()
}

fn main() {
    let heights = measured(&[Some(900), Some(1250), None, Some(1100), Some(1700)]);
    println!("{} m climbed", climbed(&heights));
    println!("in the snow: {:?}", first_above(&heights, 1200));
    println!("stages: {:?}", stage_means(&heights, 2));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_way_up_is_climbed() {
        assert_eq!(climbed(&[800, 950, 900, 1000, 1000, 1010]), 260);
    }

    #[test]
    fn one_point_or_none_is_no_climb() {
        assert_eq!(climbed(&[2000]), 0);
        assert_eq!(climbed(&[]), 0);
    }

    #[test]
    fn the_first_height_above_the_line_is_found() {
        assert_eq!(first_above(&[900, 1300, 1800, 1200], 1250), Some(1300));
    }

    #[test]
    fn on_the_line_is_not_above_it() {
        assert_eq!(first_above(&[900, 1200], 1200), None);
    }

    #[test]
    fn gaps_are_left_out() {
        assert_eq!(measured(&[None, Some(7), None, Some(0)]), [7, 0]);
    }

    #[test]
    fn each_stage_has_its_own_mean() {
        assert_eq!(stage_means(&[100, 300, 500, 700], 2), [200, 600]);
    }

    #[test]
    fn the_last_stage_may_be_shorter() {
        assert_eq!(stage_means(&[100, 300, 500], 2), [200, 500]);
    }
}
