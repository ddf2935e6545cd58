// A pottery plans its firings with a program called kiln. Its command line is described by types:
// clap derives the parser and the help from them, and hands out a value in which nothing is
// missing and nothing is wrong. What the types do not say yet, attributes have to say. The last
// exercise builds the same command line without clap.

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

/// Plans the firings of a pottery kiln
#[derive(Parser, Debug)]
#[command(name = "kiln", bin_name = "kiln", version = "1.4")]
struct Cli {
    /// Say more, and twice says everything
    // Without the action, an option of this type would want a number behind it.
    #[arg(short, long, action = clap::ArgAction::Count)]
    verbose: u8,
    /// The temperature of the workshop, like 18 or 64F
    #[arg(short, long, value_name = "DEGREES", default_value = "0", value_parser = degrees)]
    room: i64,
    #[command(subcommand)]
    command: Job,
}

#[derive(Subcommand, Debug)]
enum Job {
    /// Plan a firing, step by step
    Fire {
        /// The temperatures to reach, one after the other
        #[arg(value_name = "DEGREES", required = true)]
        #[arg(value_parser = clap::value_parser!(i64).range(100..=1300))]
        steps: Vec<i64>,
        /// How fast, in degrees per hour
        // A default never stands in conflict with anything: only what the user wrote does.
        #[arg(short, long, default_value_t = 150, conflicts_with = "pace")]
        #[arg(value_parser = clap::value_parser!(i64).range(1..=400))]
        rate: i64,
        /// How fast, in a word
        #[arg(short, long)]
        pace: Option<Pace>,
        /// When the kiln is switched on, in minutes after midnight
        #[arg(short, long, value_name = "MINUTE")]
        #[arg(value_parser = clap::value_parser!(i64).range(0..=1439))]
        start: Option<i64>,
        /// Ring when it is done
        #[arg(long, requires = "start")]
        alarm: bool,
    },
    /// Weigh out a glaze
    Glaze {
        /// How much of it
        #[arg(value_parser = clap::value_parser!(i64).range(1..=5000))]
        grams: i64,
        /// Which one
        // Not an Option and no default: so it is required.
        #[arg(short, long)]
        kind: Kind,
        /// Leave a material out
        #[arg(short, long, value_name = "MATERIAL", value_delimiter = ',')]
        without: Vec<String>,
    },
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq)]
enum Pace {
    Slow,
    Steady,
    Fast,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq)]
enum Kind {
    Celadon,
    Tenmoku,
    Shino,
}

/// Degrees Celsius, or Fahrenheit with an F behind them.
fn degrees(text: &str) -> Result<i64, String> {
    let wrong = |_| String::from("not a temperature");
    match text.strip_suffix('F') {
        Some(number) => Ok((number.parse::<i64>().map_err(wrong)? - 32) * 5 / 9),
        None => text.parse().map_err(wrong),
    }
}

fn fire(steps: &[i64], rate: i64, room: i64, start: Option<i64>, alarm: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut now, mut minute) = (room, start.unwrap_or(0));
    for &step in steps {
        let minutes = (step - now).abs() * 60 / rate;
        minute += minutes;
        now = step;
        lines.push(format!("to {step} degrees: {minutes} minutes"));
    }
    if alarm {
        lines.push(format!("rings at minute {minute}"));
    }
    lines
}

fn glaze(grams: i64, recipe: &[(&str, i64)], without: &[String]) -> Vec<String> {
    let used = recipe
        .iter()
        .filter(|(material, _)| without.iter().all(|out| out != material));
    used.map(|(material, parts)| format!("{material}: {} g", grams * parts / 100))
        .collect()
}

fn run(cli: &Cli) -> Vec<String> {
    let mut lines = match &cli.command {
        Job::Fire {
            steps,
            rate,
            pace,
            start,
            alarm,
        } => {
            let rate = match pace {
                Some(Pace::Slow) => 80,
                Some(Pace::Steady) => 150,
                Some(Pace::Fast) => 300,
                None => *rate,
            };
            fire(steps, rate, cli.room, *start, *alarm)
        }
        Job::Glaze {
            grams,
            kind,
            without,
        } => {
            let recipe = match kind {
                Kind::Celadon => [("feldspar", 45), ("silica", 33), ("whiting", 22)],
                Kind::Tenmoku => [("feldspar", 50), ("silica", 25), ("iron", 25)],
                Kind::Shino => [("feldspar", 70), ("kaolin", 20), ("soda", 10)],
            };
            glaze(*grams, &recipe, without)
        }
    };
    if cli.verbose > 0 {
        lines.push(format!("{} lines, said {} times", lines.len(), cli.verbose));
    }
    lines
}

fn main() {
    // Without arguments it shows what it can do.
    let cli = if std::env::args().len() == 1 {
        println!("{}", Cli::command().render_help());
        Cli::parse_from(["kiln", "fire", "600", "1240", "--pace", "slow"])
    } else {
        Cli::parse()
    };
    for line in run(&cli) {
        println!("{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::error::ErrorKind;

    fn parsed(line: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(line.split(' '))
    }

    fn printed(line: &str) -> String {
        run(&parsed(line).expect(line)).join(", ")
    }

    fn refused(line: &str) -> ErrorKind {
        parsed(line).expect_err(line).kind()
    }

    #[test]
    fn mentions_are_counted() {
        let twice = "to 320 degrees: 120 minutes, 1 lines, said 2 times";
        assert_eq!(printed("kiln -v --verbose fire 320"), twice);
        assert_eq!(printed("kiln -vv fire 320"), twice);
        let once = "to 320 degrees: 120 minutes, 1 lines, said 1 times";
        assert_eq!(printed("kiln -v fire 320"), once);
        assert_eq!(printed("kiln fire 320"), "to 320 degrees: 120 minutes");
    }

    #[test]
    fn the_room_has_a_temperature_in_any_case() {
        assert_eq!(parsed("kiln fire 320").unwrap().room, 20);
        assert_eq!(parsed("kiln -r 18 fire 320").unwrap().room, 18);
        assert_eq!(parsed("kiln --room=68F fire 320").unwrap().room, 20);
        assert_eq!(parsed("kiln --room=50F fire 320").unwrap().room, 10);
        assert_eq!(refused("kiln -r warm fire 320"), ErrorKind::ValueValidation);
        assert_eq!(refused("kiln -r hotF fire 320"), ErrorKind::ValueValidation);
    }

    #[test]
    fn at_least_one_step_is_needed_and_each_has_bounds() {
        assert_eq!(refused("kiln fire"), ErrorKind::MissingRequiredArgument);
        assert_eq!(refused("kiln fire 99"), ErrorKind::ValueValidation);
        assert_eq!(refused("kiln fire 600 1301"), ErrorKind::ValueValidation);
        assert_eq!(
            printed("kiln --room 40 fire 100 1300 -r 300 100"),
            "to 100 degrees: 12 minutes, to 1300 degrees: 240 minutes, to 100 degrees: 240 minutes"
        );
    }

    #[test]
    fn nobody_can_say_how_fast_in_two_ways() {
        assert_eq!(
            refused("kiln fire 320 -r 100 -p slow"),
            ErrorKind::ArgumentConflict
        );
        assert_eq!(
            refused("kiln fire 320 -p slow -r 100"),
            ErrorKind::ArgumentConflict
        );
        assert_eq!(refused("kiln fire 320 -r 401"), ErrorKind::ValueValidation);
        assert_eq!(refused("kiln fire 320 -r 0"), ErrorKind::ValueValidation);
        let minutes = |line| printed(&format!("kiln --room 40 fire 640 {line}"));
        assert_eq!(minutes("-p slow"), "to 640 degrees: 450 minutes");
        assert_eq!(minutes("-p steady"), "to 640 degrees: 240 minutes");
        assert_eq!(minutes("-p fast"), "to 640 degrees: 120 minutes");
        assert_eq!(minutes("-r 1"), "to 640 degrees: 36000 minutes");
        assert_eq!(minutes("-r 400"), "to 640 degrees: 90 minutes");
    }

    #[test]
    fn an_alarm_needs_a_time_to_start_from() {
        assert_eq!(
            refused("kiln fire 320 --alarm"),
            ErrorKind::MissingRequiredArgument
        );
        assert_eq!(
            printed("kiln fire 320 620 --alarm -s 0"),
            "to 320 degrees: 120 minutes, to 620 degrees: 120 minutes, rings at minute 240"
        );
        assert_eq!(
            printed("kiln fire 320 -s 1439 --alarm"),
            "to 320 degrees: 120 minutes, rings at minute 1559"
        );
        assert_eq!(refused("kiln fire 320 -s 1440"), ErrorKind::ValueValidation);
        assert_eq!(
            printed("kiln fire 320 -s 60"),
            "to 320 degrees: 120 minutes"
        );
        assert_eq!(fire(&[320], 150, 20, None, true)[1], "rings at minute 120");
    }

    #[test]
    fn materials_are_left_out_one_by_one_or_together() {
        assert_eq!(
            printed("kiln glaze 1000 -k shino -w soda,kaolin"),
            "feldspar: 700 g"
        );
        assert_eq!(
            printed("kiln glaze 1000 -w iron -k tenmoku --without silica"),
            "feldspar: 500 g"
        );
    }

    #[test]
    fn every_glaze_has_its_recipe() {
        assert_eq!(
            printed("kiln glaze 5000 --kind celadon"),
            "feldspar: 2250 g, silica: 1650 g, whiting: 1100 g"
        );
        assert_eq!(
            printed("kiln glaze 1000 --kind tenmoku"),
            "feldspar: 500 g, silica: 250 g, iron: 250 g"
        );
        assert_eq!(
            printed("kiln glaze 1000 --kind shino"),
            "feldspar: 700 g, kaolin: 200 g, soda: 100 g"
        );
        assert_eq!(
            printed("kiln glaze 1 -k shino"),
            "feldspar: 0 g, kaolin: 0 g, soda: 0 g"
        );
        assert_eq!(
            refused("kiln glaze 1000"),
            ErrorKind::MissingRequiredArgument
        );
        assert_eq!(refused("kiln glaze 0 -k shino"), ErrorKind::ValueValidation);
        assert_eq!(
            refused("kiln glaze 5001 -k shino"),
            ErrorKind::ValueValidation
        );
        assert_eq!(refused("kiln glaze 9 -k raku"), ErrorKind::InvalidValue);
    }
}
