// A robot mows a lawn in parallel lanes, up the first and down the second. It gets its
// work as a list of commands, and some commands mean nothing without a number: drive how
// far, turn by how much?

// TODO: A command carries its data itself: `Drive` a number of metres (`u32`), `Turn` a
// field with the name `degrees` (`i32`; positive is to the right).
#[derive(Debug, PartialEq)]
enum Command {
    Drive,
    Turn,
    Dock,
}

fn about_turn(lane: u32) -> Command {
    if lane % 2 == 1 {
        Command::Turn { degrees: 180 }
    } else {
        Command::Turn { degrees: -180 }
    }
}

fn plan(lanes: u32, metres: u32) -> Vec<Command> {
    let mut commands = vec![];

    for lane in 1..=lanes {
        commands.push(Command::Drive(metres));
        // TODO: After each lane, except the last one, the robot makes its about-turn.
    }

    commands.push(Command::Dock);
    commands
}

fn main() {
    let commands = plan(3, 12);
    println!("{commands:?}");
    println!("Back home: {}", commands[5] == Command::Dock);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_lane_needs_no_turn() {
        assert_eq!(plan(1, 8), [Command::Drive(8), Command::Dock]);
    }

    #[test]
    fn between_two_lanes_it_turns_to_the_right() {
        let right = Command::Turn { degrees: 180 };
        let expected = [Command::Drive(20), right, Command::Drive(20), Command::Dock];
        assert_eq!(plan(2, 20), expected);
    }

    #[test]
    fn the_second_turn_goes_to_the_left() {
        assert_eq!(plan(3, 5)[3], Command::Turn { degrees: -180 });
        assert_eq!(plan(4, 5)[5], Command::Turn { degrees: 180 });
    }

    #[test]
    fn no_lawn_means_staying_in_the_dock() {
        assert_eq!(plan(0, 30), [Command::Dock]);
    }
}
