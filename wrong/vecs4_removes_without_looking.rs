// The cards of a library's catalogue lie in a drawer, the newest in front. A new card
// goes before all others. A drawer that holds too much gives up its oldest cards. And a
// reader may take one card out, from anywhere; the rest closes up.

// `mut` before a parameter's name lets the function change the list it was handed.
fn filed(mut drawer: Vec<u32>, card: u32) -> Vec<u32> {
    // All other cards move up by one: more work than push, but the order asks for it.
    drawer.insert(0, card);
    drawer
}

fn thinned(mut drawer: Vec<u32>, room: usize) -> Vec<u32> {
    // A list that is short enough stays as it is. This would do as well:
    // while drawer.len() > room { drawer.pop(); }
    drawer.truncate(room);
    drawer
}

fn without(mut drawer: Vec<u32>, position: usize) -> Vec<u32> {
    // remove() panics if there is nothing to remove.
    drawer.remove(position);
    drawer
}

fn main() {
    let drawer = filed(vec![30, 20, 10], 40);
    println!("A new card: {drawer:?}");
    let drawer = without(drawer, 1);
    println!("One taken out: {drawer:?}");
    println!("Thinned: {:?}", thinned(drawer, 2));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_card_goes_to_the_front() {
        assert_eq!(filed(vec![7, 3], 9), [9, 7, 3]);
        assert_eq!(filed(filed(vec![], 1), 2), [2, 1]);
    }

    #[test]
    fn an_overfull_drawer_loses_its_oldest_cards() {
        assert_eq!(thinned(vec![5, 4, 3, 2, 1], 2), [5, 4]);
        assert_eq!(thinned(vec![5, 4], 0), []);
    }

    #[test]
    fn a_drawer_with_room_keeps_its_cards() {
        assert_eq!(thinned(vec![5, 4, 3], 3), [5, 4, 3]);
        assert_eq!(thinned(vec![5, 4, 3], 100), [5, 4, 3]);
    }

    #[test]
    fn the_other_cards_keep_their_order() {
        assert_eq!(without(vec![5, 4, 3, 2], 1), [5, 3, 2]);
        assert_eq!(without(vec![5, 4, 3, 2], 0), [4, 3, 2]);
    }

    #[test]
    fn the_last_card_can_be_taken_out() {
        assert_eq!(without(vec![5, 4, 3], 2), [5, 4]);
    }

    #[test]
    fn a_position_without_a_card_changes_nothing() {
        assert_eq!(without(vec![5, 4, 3], 3), [5, 4, 3]);
        assert_eq!(without(vec![], 0), []);
    }
}
