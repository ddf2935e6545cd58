// Painting has two steps. The first turns the laid out boxes into a display list: filled
// rectangles, in the order in which they are painted over each other. The second knows no
// boxes any more and only fills. Colours are characters here, so that tests can be read.

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Rect {
    x: i32,
    y: i32,
    width: i32,
    height: i32,
}

impl Rect {
    const fn new(x: i32, y: i32, width: i32, height: i32) -> Rect {
        Rect {
            x,
            y,
            width,
            height,
        }
    }

    fn right(&self) -> i32 {
        self.x + self.width
    }

    fn bottom(&self) -> i32 {
        self.y + self.height
    }
}

#[derive(Default)]
struct Fragment {
    rect: Rect,
    background: Option<char>,
    /// Its width and its colour.
    border: Option<(i32, char)>,
    /// The property `z-index`: of neighbours, the one with the greater index lies above.
    z_index: i32,
    children: Vec<Fragment>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Item {
    rect: Rect,
    color: char,
}

fn display_list(root: &Fragment) -> Vec<Item> {
    let mut list = Vec::new();
    collect(root, &mut list);
    list
}

/// A box lies under its border, and both lie under the children. What is in a child, comes
/// with it, above whatever lies under the child.
fn collect(fragment: &Fragment, list: &mut Vec<Item>) {
    let rect = fragment.rect;
    if let Some((width, color)) = fragment.border {
        list.extend(sides(rect, width).map(|rect| Item { rect, color }));
    }
    list.extend(fragment.background.map(|color| Item { rect, color }));
    // Sorting is stable: what has the same index stays in the order of the page.
    let mut children: Vec<&Fragment> = fragment.children.iter().collect();
    children.sort_by_key(|child| child.z_index);
    for child in children {
        collect(child, list);
    }
}

/// The four sides of a border: above and below as wide as the box, the others between them.
fn sides(rect: Rect, width: i32) -> [Rect; 4] {
    let Rect { x, y, .. } = rect;
    let between = rect.height - 2 * width;
    [
        Rect::new(x, y, rect.width, width),
        Rect::new(x, rect.bottom() - width, rect.width, width),
        Rect::new(x, y + width, width, between),
        Rect::new(rect.right() - width, y + width, width, between),
    ]
}

/// A canvas of that size, as lines of characters.
fn paint(list: &[Item], width: i32, height: i32) -> Vec<String> {
    let mut canvas = vec![vec!['.'; width as usize]; height as usize];
    for item in list {
        // What lies outside of the canvas has no pixels. With both ends limited to the canvas,
        // such a range is empty.
        let columns = item.rect.x.clamp(0, width)..item.rect.right().clamp(0, width);
        for y in item.rect.y.clamp(0, height)..item.rect.bottom().clamp(0, height) {
            for x in columns.clone() {
                canvas[y as usize][x as usize] = item.color;
            }
        }
    }
    canvas.iter().map(|line| line.iter().collect()).collect()
}

fn main() {
    let inner = Fragment {
        rect: Rect::new(4, 2, 30, 2),
        background: Some('o'),
        ..Fragment::default()
    };
    let page = Fragment {
        rect: Rect::new(1, 1, 12, 5),
        background: Some(' '),
        border: Some((1, '#')),
        children: vec![inner],
        ..Fragment::default()
    };
    println!("{}", paint(&display_list(&page), 20, 7).join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(rect: Rect, color: char) -> Fragment {
        Fragment {
            rect,
            background: Some(color),
            ..Fragment::default()
        }
    }

    fn page(children: Vec<Fragment>) -> Fragment {
        Fragment {
            children,
            ..Fragment::default()
        }
    }

    fn colors(root: &Fragment) -> String {
        display_list(root).iter().map(|item| item.color).collect()
    }

    fn canvas(root: &Fragment, width: i32, height: i32) -> Vec<String> {
        paint(&display_list(root), width, height)
    }

    #[test]
    fn a_box_without_colours_is_not_in_the_list() {
        assert!(display_list(&page(vec![page(vec![])])).is_empty());
    }

    #[test]
    fn a_parent_lies_under_its_children() {
        let small = Rect::new(0, 0, 1, 1);
        let first = Fragment {
            children: vec![filled(small, 'b')],
            ..filled(small, 'a')
        };
        let root = Fragment {
            border: Some((1, '#')),
            children: vec![first, filled(small, 'c')],
            ..filled(small, 'r')
        };
        assert_eq!(colors(&root), "r####abc");
    }

    #[test]
    fn the_index_decides_before_the_order() {
        let at = |z_index, color| Fragment {
            z_index,
            ..filled(Rect::new(0, 0, 1, 1), color)
        };
        let root = page(vec![
            at(2, 'a'),
            at(0, 'b'),
            at(-1, 'c'),
            at(2, 'd'),
            at(0, 'e'),
        ]);
        assert_eq!(colors(&root), "cbead");
    }

    #[test]
    fn a_box_takes_its_children_along() {
        let small = Rect::new(0, 0, 1, 1);
        let inner = Fragment {
            z_index: -5,
            ..filled(small, 'i')
        };
        let outer = Fragment {
            z_index: 1,
            children: vec![inner],
            ..filled(small, 'o')
        };
        let root = page(vec![outer, filled(small, 'n')]);
        assert_eq!(colors(&root), "noi");
    }

    #[test]
    fn a_border_lies_within_its_box() {
        let root = Fragment {
            border: Some((1, '#')),
            ..filled(Rect::new(1, 0, 4, 4), 'o')
        };
        assert_eq!(
            canvas(&root, 6, 4),
            [".####.", ".#oo#.", ".#oo#.", ".####."]
        );
    }

    #[test]
    fn the_sides_of_a_border_do_not_overlap() {
        let expected = [
            Rect::new(10, 20, 50, 3),
            Rect::new(10, 47, 50, 3),
            Rect::new(10, 23, 3, 24),
            Rect::new(57, 23, 3, 24),
        ];
        assert_eq!(sides(Rect::new(10, 20, 50, 30), 3), expected);
    }

    #[test]
    fn what_comes_later_covers_what_was_there() {
        let root = page(vec![
            filled(Rect::new(0, 0, 3, 1), 'a'),
            filled(Rect::new(2, 0, 2, 2), 'b'),
        ]);
        assert_eq!(canvas(&root, 4, 2), ["aabb", "..bb"]);
    }

    #[test]
    fn a_box_may_stick_out_on_all_sides() {
        let root = filled(Rect::new(-5, -5, 50, 50), 'a');
        assert_eq!(canvas(&root, 3, 2), ["aaa", "aaa"]);
        let root = filled(Rect::new(-2, -1, 3, 2), 'a');
        assert_eq!(canvas(&root, 3, 2), ["a..", "..."]);
        let root = filled(Rect::new(2, 1, 2, 2), 'a');
        assert_eq!(canvas(&root, 3, 2), ["...", "..a"]);
    }

    #[test]
    fn a_box_may_lie_outside() {
        let root = page(vec![
            filled(Rect::new(3, 0, 2, 2), 'a'),
            filled(Rect::new(0, 2, 2, 2), 'b'),
            filled(Rect::new(-9, 0, 2, 2), 'c'),
            filled(Rect::new(0, -9, 2, 2), 'd'),
        ]);
        assert_eq!(canvas(&root, 3, 2), ["...", "..."]);
    }
}
