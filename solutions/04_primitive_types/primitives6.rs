// A train is a row of vehicles, each with its number of seats. The vehicles at its two
// ends are locomotives. The conductor asks for the carriages between them, for the
// three carriages right behind the first locomotive, and for the seats of any part.

// [u32; 6] is exactly six numbers, &[u32] is a view of any number of them.
fn seats(part: &[u32]) -> u32 {
    let mut sum = 0;
    for seats in part {
        sum += seats;
    }
    sum
}

/// The train has at least five vehicles.
fn family_zone(train: &[u32]) -> &[u32] {
    // 1, 2 and 3. &train[1..=3] is the same.
    &train[1..4]
}

fn carriages(train: &[u32]) -> &[u32] {
    // Without the condition a train of one vehicle would ask for 1..0, and panic.
    if train.len() < 3 {
        &[]
    } else {
        &train[1..train.len() - 1]
    }
}

fn main() {
    let train = [0, 48, 64, 64, 80, 0];
    println!("Carriages: {:?}", carriages(&train));
    println!("Seats: {}", seats(carriages(&train)));
    println!("Family zone: {:?}", family_zone(&train));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_counted_in_trains_of_all_lengths() {
        assert_eq!(seats(&[0, 40, 0]), 40);
        assert_eq!(seats(&[0, 40, 50, 60, 70, 80, 0]), 300);
        assert_eq!(seats(&[]), 0);
    }

    #[test]
    fn the_family_zone_has_three_carriages() {
        assert_eq!(family_zone(&[0, 48, 64, 72, 80, 0]), [48, 64, 72]);
        assert_eq!(family_zone(&[0, 1, 2, 3, 0]), [1, 2, 3]);
    }

    #[test]
    fn the_carriages_are_between_the_ends() {
        assert_eq!(carriages(&[9, 48, 64, 72, 80, 9]), [48, 64, 72, 80]);
        assert_eq!(carriages(&[9, 48, 9]), [48]);
    }

    #[test]
    fn a_short_train_has_no_carriages() {
        assert!(carriages(&[9, 9]).is_empty());
        assert!(carriages(&[9]).is_empty());
        assert!(carriages(&[]).is_empty());
    }

    #[test]
    fn the_seats_of_a_part() {
        assert_eq!(seats(family_zone(&[0, 48, 64, 72, 80, 0])), 184);
    }
}
