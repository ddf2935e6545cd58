// The items of a flex row share its width. Room that is left goes to those that grow, a lack
// of room is made up by those that shrink. Whoever would become too small gets its minimum
// and is frozen, and then the others have to share again what is left for them.

struct Item {
    /// The width with which the item begins.
    base: f32,
    /// No item ends with less than this.
    min: f32,
    grow: f32,
    shrink: f32,
    /// The width with which it ends.
    width: f32,
    frozen: bool,
}

impl Item {
    fn new(base: f32, grow: f32) -> Item {
        Item {
            base,
            min: 0.0,
            grow,
            shrink: 1.0,
            width: 0.0,
            frozen: false,
        }
    }
}

/// What the items leave free of a row when the open ones have the width they begin with;
/// negative if the row is too narrow for that.
fn free(items: &[Item], room: f32) -> f32 {
    let width = |item: &Item| if item.frozen { item.width } else { item.base };
    room - items.iter().map(width).sum::<f32>()
}

/// Gives each open item its width: the base, and its part of the free room.
fn share(items: &mut [Item], grows: bool, free: f32) {
    // Whoever shrinks does so in relation to its width. Otherwise the narrow items would
    // have disappeared when the wide ones are still wide.
    let factor = |item: &Item| {
        if grows {
            item.grow
        } else {
            item.shrink * item.base
        }
    };
    let open = || items.iter().filter(|item| !item.frozen);
    let sum: f32 = open().map(factor).sum();
    // Growing factors that add up to less than 1 leave a part of the room unused.
    let whole = if grows { sum.max(1.0) } else { sum };
    for item in items.iter_mut().filter(|item| !item.frozen) {
        item.width = item.base;
        if whole > 0.0 {
            item.width += free * factor(item) / whole;
        }
    }
}

fn row(items: &mut [Item], room: f32) {
    let wanted: f32 = items.iter().map(|item| item.base.max(item.min)).sum();
    let grows = wanted < room;
    // At least one more item is frozen in each round but the last, so there is a last one.
    loop {
        share(items, grows, free(items, room));
        let mut all_fit = true;
        for item in items.iter_mut().filter(|item| item.width < item.min) {
            item.width = item.min;
            item.frozen = true;
            all_fit = false;
        }
        if all_fit {
            return;
        }
    }
}

fn main() {
    let mut items = [
        Item::new(100.0, 1.0),
        Item::new(50.0, 3.0),
        Item::new(50.0, 0.0),
    ];
    row(&mut items, 400.0);
    println!("{:?}", items.map(|item| item.width));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The widths of items in a row of 300.
    fn widths<const N: usize>(mut items: [Item; N]) -> [f32; N] {
        row(&mut items, 300.0);
        items.map(|item| item.width)
    }

    fn at_least(min: f32, item: Item) -> Item {
        Item { min, ..item }
    }

    fn shrinking(shrink: f32, base: f32) -> Item {
        Item {
            shrink,
            ..Item::new(base, 0.0)
        }
    }

    #[test]
    fn free_room_is_shared_by_the_factors() {
        let items = [Item::new(20.0, 1.0), Item::new(80.0, 3.0)];
        assert_eq!(widths(items), [70.0, 230.0]);
    }

    #[test]
    fn whoever_does_not_grow_stays_as_it_is() {
        let items = [Item::new(50.0, 0.0), Item::new(0.0, 2.0)];
        assert_eq!(widths(items), [50.0, 250.0]);
        assert_eq!(widths([Item::new(50.0, 0.0)]), [50.0]);
    }

    #[test]
    fn growing_less_than_once_leaves_room_unused() {
        let items = [Item::new(100.0, 0.25), Item::new(100.0, 0.5)];
        assert_eq!(widths(items), [125.0, 150.0]);
    }

    #[test]
    fn wide_items_shrink_more() {
        let items = [Item::new(200.0, 0.0), Item::new(400.0, 9.0)];
        assert_eq!(widths(items), [100.0, 200.0]);
    }

    #[test]
    fn whoever_does_not_shrink_leaves_it_to_the_others() {
        let items = [shrinking(0.0, 180.0), shrinking(1.0, 180.0)];
        assert_eq!(widths(items), [180.0, 120.0]);
        assert_eq!(widths([shrinking(0.0, 400.0)]), [400.0]);
    }

    #[test]
    fn the_shrink_factor_counts_with_the_width() {
        let items = [shrinking(1.0, 200.0), shrinking(2.0, 200.0)];
        let [first, second] = widths(items);
        assert!((first - 166.667).abs() < 0.01, "{first}");
        assert!((second - 133.333).abs() < 0.01, "{second}");
    }

    #[test]
    fn a_row_that_is_exactly_full_changes_nothing() {
        let items = [Item::new(100.0, 1.0), Item::new(200.0, 1.0)];
        assert_eq!(widths(items), [100.0, 200.0]);
    }

    #[test]
    fn an_item_that_grew_too_little_gets_its_minimum() {
        let items = [at_least(200.0, Item::new(0.0, 1.0)), Item::new(0.0, 1.0)];
        assert_eq!(widths(items), [200.0, 100.0]);
    }

    #[test]
    fn the_others_shrink_more_when_one_is_frozen() {
        let items = [
            at_least(190.0, Item::new(200.0, 0.0)),
            Item::new(200.0, 0.0),
        ];
        assert_eq!(widths(items), [190.0, 110.0]);
    }

    #[test]
    fn freezing_one_may_freeze_the_next() {
        let items = [
            at_least(150.0, Item::new(0.0, 1.0)),
            at_least(80.0, Item::new(0.0, 1.0)),
            Item::new(0.0, 1.0),
        ];
        assert_eq!(widths(items), [150.0, 80.0, 70.0]);
    }

    #[test]
    fn minimums_may_be_too_much_for_the_row() {
        let items = [
            at_least(200.0, Item::new(100.0, 0.0)),
            at_least(150.0, Item::new(300.0, 0.0)),
        ];
        assert_eq!(widths(items), [200.0, 150.0]);
    }

    #[test]
    fn a_minimum_that_is_reached_by_growing_costs_nothing() {
        let items = [at_least(100.0, Item::new(0.0, 1.0)), Item::new(0.0, 1.0)];
        assert_eq!(widths(items), [150.0, 150.0]);
    }
}
