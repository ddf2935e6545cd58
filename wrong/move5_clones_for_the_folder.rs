// A family has recipe cards. Lending one means to photocopy it and to write a remark on
// the copy only. Putting a card into the folder needs no copy, and neither does
// reading how long it is.

/// Gives back the card as it was, and the copy with the remark.
fn photocopy(card: String, remark: &str) -> (String, String) {
    // Two owners, each with a text of its own: here a clone is needed.
    let mut copy = card.clone();
    copy.push_str(remark);

    (card, copy)
}

fn put_into_folder(card: String, mut folder: Vec<String>) -> Vec<String> {
    // The card is ours to give away, so it moves. A clone would copy every letter, and
    // drop the original a moment later.
    folder.push(card.clone());

    folder
}

fn main() {
    let card = String::from("Plum cake");
    let (card, copy) = photocopy(card, " (less sugar)");
    println!("For the neighbour: {copy}");

    let folder = put_into_folder(card, vec![]);
    println!("In the folder: {folder:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_has_the_remark() {
        let (_, copy) = photocopy(String::from("Plum cake"), ", warm");
        assert_eq!(copy, "Plum cake, warm");
    }

    #[test]
    fn the_card_has_no_remark() {
        let (card, _) = photocopy(String::from("Plum cake"), ", warm");
        assert_eq!(card, "Plum cake");
    }

    // as_ptr() tells where in memory a text lies. A moved text stays where it is; a
    // cloned one lies somewhere else.
    #[test]
    fn the_family_gets_its_own_card_back() {
        let card = String::from("Plum cake");
        let place = card.as_ptr();
        let (card, copy) = photocopy(card, "");
        assert_eq!(card.as_ptr(), place);
        assert_ne!(copy.as_ptr(), place);
    }

    #[test]
    fn the_folder_holds_the_card() {
        let folder = put_into_folder(String::from("Soup"), vec![String::from("Bread")]);
        assert_eq!(folder, ["Bread", "Soup"]);
    }

    #[test]
    fn the_folder_needs_no_copy() {
        let card = String::from("Soup");
        let place = card.as_ptr();
        let folder = put_into_folder(card, vec![]);
        assert_eq!(folder[0].as_ptr(), place);
    }
}
