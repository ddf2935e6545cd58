// Block layout: widths come from above, heights from below. A box is as wide as its
// surroundings permit and starts under the box before it; and if it says nothing about its
// height, it is as high as what it contains. Margins do not collapse here, that comes later.

#[derive(Clone, Copy)]
enum Length {
    Auto,
    Px(f32),
}

use Length::{Auto, Px};

impl Length {
    /// An automatic length counts as `other`.
    fn or(self, other: f32) -> f32 {
        match self {
            Auto => other,
            Px(px) => px,
        }
    }
}

#[derive(Clone)]
struct Style {
    width: Length,
    height: Length,
    /// Whether `width` and `height` contain the padding and the border.
    border_box: bool,
    margin_left: Length,
    margin_right: Length,
    margin_top: f32,
    margin_bottom: f32,
    /// The same on all four sides.
    padding: f32,
    border: f32,
}

struct LayoutBox {
    style: Style,
    children: Vec<LayoutBox>,
}

/// Where a box has come to lie, with its padding and its border.
struct Fragment {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
    children: Vec<Fragment>,
}

impl Style {
    /// Padding and border on two opposite sides.
    fn frame(&self) -> f32 {
        2.0 * (self.padding + self.border)
    }

    /// What a declared width or height leaves for the content.
    fn content(&self, declared: f32) -> f32 {
        // TODO: In a border box the frame has to fit into the declared size. It takes what it
        // needs, even if nothing is left.
        declared
    }

    /// The left margin and the width of the content. With the frame and the right margin
    /// they fill what is available.
    fn horizontal(&self, available: f32) -> (f32, f32) {
        let margins = self.margin_left.or(0.0) + self.margin_right.or(0.0);
        let width = match self.width {
            Px(px) => self.content(px),
            Auto => (available - margins - self.frame()).max(0.0),
        };
        // TODO: What is still free belongs to the automatic margins, in equal parts. If a
        // box is too wide, nothing is free, and it sticks out at the right.
        let left = self.margin_left.or(0.0);
        (left, width)
    }
}

/// Lays out a box whose surroundings begin at `x` and are `available` wide. The upper edge
/// of its border lies at `y`.
fn layout(layout_box: &LayoutBox, x: f32, y: f32, available: f32) -> Fragment {
    let style = &layout_box.style;
    let (margin_left, width) = style.horizontal(available);
    let x = x + margin_left;
    let inset = style.frame() / 2.0;
    // TODO: The children all lie at the same place, without their upper and lower margins,
    // and the box is not high enough for them.
    let bottom = y + inset;
    let mut children = Vec::new();
    for child in &layout_box.children {
        let fragment = layout(child, x + inset, bottom, width);
        children.push(fragment);
    }
    let height = match style.height {
        Px(px) => style.content(px),
        Auto => bottom - y - inset,
    };
    Fragment {
        x,
        y,
        width: width + style.frame(),
        height: height + style.frame(),
        children,
    }
}

/// A box without any declaration, and what it contains.
fn plain(children: Vec<LayoutBox>) -> LayoutBox {
    let style = Style {
        width: Auto,
        height: Auto,
        border_box: false,
        margin_left: Px(0.0),
        margin_right: Px(0.0),
        margin_top: 0.0,
        margin_bottom: 0.0,
        padding: 0.0,
        border: 0.0,
    };
    LayoutBox { style, children }
}

fn main() {
    let mut inner = plain(vec![]);
    inner.style.height = Px(40.0);
    inner.style.margin_top = 6.0;
    let mut outer = plain(vec![inner]);
    outer.style.padding = 10.0;
    outer.style.border_box = true;
    let page = layout(&outer, 0.0, 0.0, 300.0);
    for part in [&page, &page.children[0]] {
        println!("{} {} {} {}", part.x, part.y, part.width, part.height);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styled(change: impl Fn(&mut Style)) -> LayoutBox {
        let mut layout_box = plain(vec![]);
        change(&mut layout_box.style);
        layout_box
    }

    /// The edges of a box in surroundings that begin at 10 and are 200 wide.
    fn left_and_width(change: impl Fn(&mut Style)) -> (f32, f32) {
        let fragment = layout(&styled(change), 10.0, 0.0, 200.0);
        (fragment.x, fragment.width)
    }

    fn height(change: impl Fn(&mut Style)) -> f32 {
        layout(&styled(change), 0.0, 0.0, 200.0).height
    }

    #[test]
    fn an_automatic_width_fills_the_surroundings() {
        assert_eq!(left_and_width(|_| {}), (10.0, 200.0));
        let framed = left_and_width(|style| {
            style.margin_left = Px(5.0);
            style.margin_right = Px(25.0);
            style.padding = 4.0;
            style.border = 2.0;
        });
        assert_eq!(framed, (15.0, 170.0));
    }

    #[test]
    fn an_automatic_width_leaves_nothing_to_automatic_margins() {
        let margins = left_and_width(|style| {
            style.margin_left = Auto;
            style.margin_right = Auto;
        });
        assert_eq!(margins, (10.0, 200.0));
    }

    #[test]
    fn a_declared_width_is_that_of_the_content() {
        let framed = left_and_width(|style| {
            style.width = Px(100.0);
            style.padding = 4.0;
            style.border = 2.0;
        });
        assert_eq!(framed, (10.0, 112.0));
    }

    #[test]
    fn a_border_box_has_its_frame_inside() {
        let framed = |width| {
            left_and_width(|style| {
                style.border_box = true;
                style.width = Px(width);
                style.padding = 4.0;
                style.border = 2.0;
            })
        };
        assert_eq!(framed(100.0), (10.0, 100.0));
        assert_eq!(framed(5.0), (10.0, 12.0));
    }

    #[test]
    fn two_automatic_margins_centre_the_box() {
        let centred = left_and_width(|style| {
            style.width = Px(100.0);
            style.padding = 10.0;
            style.margin_left = Auto;
            style.margin_right = Auto;
        });
        assert_eq!(centred, (50.0, 120.0));
    }

    #[test]
    fn one_automatic_margin_takes_all_the_room() {
        let pushed = left_and_width(|style| {
            style.width = Px(50.0);
            style.margin_left = Auto;
            style.margin_right = Px(30.0);
        });
        assert_eq!(pushed, (130.0, 50.0));
        let kept = left_and_width(|style| {
            style.width = Px(50.0);
            style.margin_left = Px(30.0);
            style.margin_right = Auto;
        });
        assert_eq!(kept, (40.0, 50.0));
    }

    #[test]
    fn a_box_that_is_too_wide_sticks_out_at_the_right() {
        for margin in [Px(0.0), Auto] {
            let wide = left_and_width(|style| {
                style.width = Px(250.0);
                style.margin_left = margin;
                style.margin_right = margin;
            });
            assert_eq!(wide, (10.0, 250.0));
        }
    }

    #[test]
    fn a_width_is_never_negative() {
        let narrow = left_and_width(|style| style.padding = 150.0);
        assert_eq!(narrow, (10.0, 300.0));
    }

    #[test]
    fn a_declared_height_gets_its_frame_like_the_width() {
        let framed = |border_box| {
            height(|style| {
                style.border_box = border_box;
                style.height = Px(50.0);
                style.border = 3.0;
            })
        };
        assert_eq!(framed(false), 56.0);
        assert_eq!(framed(true), 50.0);
    }

    #[test]
    fn children_stand_below_each_other() {
        let child = |style: &mut Style| {
            style.height = Px(20.0);
            style.margin_top = 5.0;
            style.margin_bottom = 3.0;
        };
        let mut parent = plain(vec![styled(child), styled(child)]);
        parent.style.padding = 10.0;
        let fragment = layout(&parent, 0.0, 100.0, 200.0);
        let tops: Vec<f32> = fragment.children.iter().map(|child| child.y).collect();
        assert_eq!(tops, [115.0, 143.0]);
        assert_eq!(fragment.y, 100.0);
    }

    #[test]
    fn an_automatic_height_contains_all_children_and_their_margins() {
        let child = |style: &mut Style| {
            style.height = Px(20.0);
            style.margin_top = 5.0;
            style.margin_bottom = 3.0;
        };
        let mut parent = plain(vec![styled(child), styled(child)]);
        parent.style.padding = 10.0;
        assert_eq!(layout(&parent, 0.0, 100.0, 200.0).height, 76.0);
        assert_eq!(height(|_| {}), 0.0);
    }

    #[test]
    fn a_child_is_as_wide_as_its_parents_content() {
        let mut parent = plain(vec![plain(vec![])]);
        parent.style.padding = 10.0;
        parent.style.margin_left = Px(7.0);
        let fragment = layout(&parent, 0.0, 0.0, 200.0);
        assert_eq!(fragment.children[0].x, 17.0);
        assert_eq!(fragment.children[0].width, 173.0);
    }
}
