// At a congress the badges are made from a list of names that is thrown away afterwards.
// A badge must therefore own its lines, as a `String` does; a `&str` only borrows text
// that somebody else owns.

struct Badge {
    name: String,
    below: String,
    colour: String,
}

// The line below the name tells the company, or `guest` where the company is empty.
fn badge(name: &str, company: &str, speaker: bool) -> Badge {
    // `to_string`, `to_owned` and `String::from` all copy the text into a `String`.
    let name: String = name.to_string();
    // Both branches are `&str`, so one conversion behind the decision is enough.
    let below: String = company.to_string();

    let colour = if speaker {
        String::from("red")
    } else {
        String::from("white")
    };

    Badge {
        name,
        below,
        colour,
    }
}

fn main() {
    let list = String::from("Ines Moreau");
    let ines = badge(&list, "Tidal Power", true);
    let sven = badge("Sven Ek", "", false);
    drop(list);

    println!("{} | {} | {}", ines.name, ines.below, ines.colour);
    println!("{} | {} | {}", sven.name, sven.below, sven.colour);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_outlives_the_list() {
        let list = String::from("Aino Laine;Northern Rail");
        let aino = badge(&list[..10], &list[11..], false);
        drop(list);
        assert_eq!(aino.name, "Aino Laine");
        assert_eq!(aino.below, "Northern Rail");
    }

    #[test]
    fn whoever_comes_without_a_company_is_a_guest() {
        assert_eq!(badge("Omar Said", "", false).below, "guest");
    }

    #[test]
    fn speakers_have_a_red_badge() {
        assert_eq!(badge("Aino Laine", "Northern Rail", true).colour, "red");
        assert_eq!(badge("Omar Said", "", false).colour, "white");
    }
}
