// The inside of a box depends on its style and not on its neighbours, so neighbours can be
// laid out at the same time. Only then, one after the other, do they get their places: there
// the margins of neighbours collapse. But a thread for each little box would cost more than
// it saves.

use std::thread::{self, ThreadId};

// Like `Rc`, but it counts its owners in a way that threads may do at the same time.
use std::sync::Arc as Shared;

struct Style {
    /// The least height of the inside; the children may need more.
    height: f32,
    padding: f32,
    margin_top: f32,
    margin_bottom: f32,
}

/// A box. Boxes with equal styles share one.
struct LayoutBox {
    style: Shared<Style>,
    children: Vec<LayoutBox>,
}

struct Fragment {
    /// Measured from the upper edge of the parent.
    y: f32,
    height: f32,
    /// Which thread did it.
    worker: ThreadId,
    children: Vec<Fragment>,
}

impl LayoutBox {
    /// The number of boxes, this one and all below.
    fn size(&self) -> usize {
        1 + size(&self.children)
    }
}

fn size(boxes: &[LayoutBox]) -> usize {
    boxes.iter().map(LayoutBox::size).sum()
}

/// With fewer boxes than this, threads are not worth while.
const WORTH_WHILE: usize = 10;

fn layout(layout_box: &LayoutBox) -> Fragment {
    let mut children = layout_all(&layout_box.children);
    let style = &layout_box.style;
    let inside = place(&mut children, &layout_box.children, style.padding);
    Fragment {
        y: 0.0,
        height: inside.max(style.height) + 2.0 * style.padding,
        worker: thread::current().id(),
        children,
    }
}

/// Each box on its own, without its place. Where it is worth while, each on its own thread.
fn layout_all(boxes: &[LayoutBox]) -> Vec<Fragment> {
    if boxes.len() < WORTH_WHILE {
        return boxes.iter().map(layout).collect();
    }
    // First all threads are started, then they are waited for, in the order of the boxes.
    thread::scope(|scope| {
        let start = |child| scope.spawn(move || layout(child));
        let workers: Vec<_> = boxes.iter().map(start).collect();
        let finish = |worker: thread::ScopedJoinHandle<Fragment>| worker.join().unwrap();
        workers.into_iter().map(finish).collect()
    })
}

/// Sets where the fragments of these boxes begin, the first at `top` and its margin. Gives
/// the height of all together.
fn place(fragments: &mut [Fragment], boxes: &[LayoutBox], top: f32) -> f32 {
    let mut bottom = top;
    let mut margin_above = 0.0;
    for (fragment, child) in fragments.iter_mut().zip(boxes) {
        fragment.y = bottom + collapse(margin_above, child.style.margin_top);
        bottom = fragment.y + fragment.height;
        margin_above = child.style.margin_bottom;
    }
    bottom + margin_above - top
}

/// The distance that two margins keep that meet.
fn collapse(above: f32, below: f32) -> f32 {
    // The greatest positive and the least negative margin; each may be missing.
    above.max(below).max(0.0) + above.min(below).min(0.0)
}

fn main() {
    let style = Shared::new(Style {
        height: 20.0,
        padding: 2.0,
        margin_top: 10.0,
        margin_bottom: 15.0,
    });
    let leaf = |_| LayoutBox {
        style: Shared::clone(&style),
        children: Vec::new(),
    };
    let page = LayoutBox {
        style: Shared::clone(&style),
        children: (0..WORTH_WHILE).map(leaf).collect(),
    };
    for child in layout(&page).children {
        println!("{:>5} by {:?}", child.y, child.worker);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn style(height: f32, margin_top: f32, margin_bottom: f32) -> Shared<Style> {
        Shared::new(Style {
            height,
            padding: 0.0,
            margin_top,
            margin_bottom,
        })
    }

    fn boxed(style: &Shared<Style>, children: Vec<LayoutBox>) -> LayoutBox {
        LayoutBox {
            style: Shared::clone(style),
            children,
        }
    }

    fn leaf(height: f32, margin_top: f32, margin_bottom: f32) -> LayoutBox {
        boxed(&style(height, margin_top, margin_bottom), vec![])
    }

    fn page(children: Vec<LayoutBox>) -> LayoutBox {
        boxed(&style(0.0, 0.0, 0.0), children)
    }

    /// Where the children of a page come to lie, and how high the page is.
    fn tops(children: Vec<LayoutBox>) -> (Vec<f32>, f32) {
        let fragment = layout(&page(children));
        let tops = fragment.children.iter().map(|child| child.y).collect();
        (tops, fragment.height)
    }

    fn leaves(count: usize) -> Vec<LayoutBox> {
        (0..count).map(|i| leaf(i as f32, 0.0, 0.0)).collect()
    }

    fn workers(fragment: &Fragment, found: &mut HashSet<ThreadId>) {
        found.insert(fragment.worker);
        for child in &fragment.children {
            workers(child, found);
        }
    }

    #[test]
    fn of_two_margins_that_meet_the_greater_counts() {
        let children = vec![
            leaf(10.0, 0.0, 20.0),
            leaf(10.0, 30.0, 5.0),
            leaf(10.0, 3.0, 0.0),
        ];
        assert_eq!(tops(children), (vec![0.0, 40.0, 55.0], 65.0));
    }

    #[test]
    fn a_negative_margin_takes_from_the_other() {
        let children = vec![leaf(10.0, 0.0, 20.0), leaf(10.0, -5.0, 0.0)];
        assert_eq!(tops(children), (vec![0.0, 25.0], 35.0));
        let children = vec![leaf(10.0, 0.0, -8.0), leaf(10.0, 2.0, 0.0)];
        assert_eq!(tops(children), (vec![0.0, 4.0], 14.0));
    }

    #[test]
    fn of_two_negative_margins_the_lesser_counts() {
        let children = vec![leaf(10.0, 0.0, -3.0), leaf(10.0, -4.0, 0.0)];
        assert_eq!(tops(children), (vec![0.0, 6.0], 16.0));
    }

    #[test]
    fn the_first_and_the_last_margin_meet_none() {
        let children = vec![leaf(10.0, 7.0, 20.0)];
        assert_eq!(tops(children), (vec![7.0], 37.0));
    }

    #[test]
    fn children_stand_within_the_padding() {
        let outer = Shared::new(Style {
            padding: 6.0,
            ..Shared::into_inner(style(15.0, 0.0, 0.0)).unwrap()
        });
        let fragment = layout(&boxed(&outer, vec![leaf(10.0, 1.0, 0.0)]));
        assert_eq!(fragment.children[0].y, 7.0);
        assert_eq!(fragment.height, 27.0);
        let fragment = layout(&boxed(&outer, vec![leaf(40.0, 1.0, 0.0)]));
        assert_eq!(fragment.height, 53.0);
    }

    #[test]
    fn the_results_come_in_the_order_of_the_boxes() {
        let fragments = layout_all(&leaves(50));
        let heights: Vec<f32> = fragments.iter().map(|fragment| fragment.height).collect();
        let expected: Vec<f32> = (0..50).map(|i| i as f32).collect();
        assert_eq!(heights, expected);
    }

    #[test]
    fn a_small_page_needs_one_thread() {
        let mut found = HashSet::new();
        workers(&layout(&page(leaves(WORTH_WHILE - 1))), &mut found);
        assert_eq!(found, HashSet::from([thread::current().id()]));
    }

    #[test]
    fn the_children_of_a_large_page_have_a_thread_each() {
        let fragment = layout(&page(leaves(WORTH_WHILE)));
        let found: HashSet<ThreadId> = fragment.children.iter().map(|c| c.worker).collect();
        assert_eq!(found.len(), WORTH_WHILE);
        assert!(!found.contains(&thread::current().id()));
    }

    #[test]
    fn all_boxes_below_count_for_the_size() {
        let parts = || vec![page(leaves(4)), page(leaves(4))];
        assert_eq!(page(parts()).size(), 11);
        let mut found = HashSet::new();
        workers(&layout(&page(parts())), &mut found);
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn boxes_share_their_styles() {
        let common = style(1.0, 0.0, 0.0);
        let page = page((0..20).map(|_| boxed(&common, vec![])).collect());
        assert_eq!(layout(&page).height, 20.0);
        assert_eq!(Shared::strong_count(&common), 21);
    }
}
