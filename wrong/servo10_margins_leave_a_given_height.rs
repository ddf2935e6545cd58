// From a page to its boxes and its picture: HTML, CSS, style, layout and painting, each in a
// module and each smaller than in its own exercise. Three places are left, where the parts
// meet: margins that meet through a parent, items that are stretched to the height of their
// row, and the canvas under the page.

use std::error::Error;
use std::{env, fs};

mod html {
    #[derive(Default)]
    pub struct Element {
        pub name: String,
        /// What stands between the brackets of the start tag.
        tag: String,
        pub children: Vec<Element>,
    }

    /// Elements without content and without an end tag.
    const VOID: [&str; 5] = ["br", "hr", "img", "link", "meta"];

    impl Element {
        /// The value of an attribute, in double quotes, or nothing.
        pub fn attribute(&self, name: &str) -> &str {
            let value = self.tag.split_once(&format!(" {name}=\""));
            value.map_or("", |(_, value)| value.split('"').next().unwrap_or(value))
        }
    }

    /// The document above `html`, and the text of its style sheet.
    pub fn parse(page: &str) -> (Element, String) {
        let mut open = vec![Element::default()];
        let mut sheet = String::new();
        for piece in without(page, "<!--", "-->").split('<').skip(1) {
            let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
            let name = tag.split(char::is_whitespace).next().unwrap_or("");
            if let Some(name) = name.strip_prefix('/').filter(|name| !name.is_empty()) {
                let depth = open.iter().rposition(|element| element.name == name);
                fold(&mut open, depth.unwrap_or(usize::MAX));
            } else if name.starts_with(char::is_alphabetic) {
                if name == "style" {
                    sheet += text; // Text elsewhere takes no room here.
                }
                open.push(Element {
                    name: name.to_string(),
                    tag: tag.to_string(),
                    children: Vec::new(),
                });
                let depth = open.len() - usize::from(VOID.contains(&name));
                fold(&mut open, depth);
            }
        }
        fold(&mut open, 1);
        (open.remove(0), sheet)
    }

    /// Moves the open elements from that depth on into their parents.
    fn fold(open: &mut Vec<Element>, depth: usize) {
        for at in (depth..open.len()).rev() {
            let child = open.remove(at);
            open[at - 1].children.push(child);
        }
    }

    /// The text without its comments.
    pub fn without(text: &str, begin: &str, end: &str) -> String {
        let parts = text.split(end);
        parts.filter_map(|part| part.split(begin).next()).collect()
    }
}

mod css {
    use super::html::{self, Element};

    /// The selectors and the declarations of a sheet, the most specific selectors last.
    pub fn rules(sheet: &str) -> Vec<(String, String)> {
        let mut rules = Vec::new();
        for rule in html::without(sheet, "/*", "*/").split('}') {
            let (selectors, declarations) = rule.split_once('{').unwrap_or_default();
            for selector in selectors.split(',') {
                rules.push((selector.replace('>', " > "), declarations.to_string()));
            }
        }
        rules.sort_by_key(|(selector, _)| specificity(selector));
        rules
    }

    /// The numbers of ids, classes and names.
    fn specificity(selector: &str) -> [usize; 3] {
        let conditions = conditions(selector);
        let words = || conditions.split_whitespace();
        let ids = words().filter(|word| word.starts_with('#')).count();
        let classes = words().filter(|word| word.starts_with('.')).count();
        let names = words().filter(|word| word.starts_with(char::is_alphabetic));
        [ids, classes, names.count()]
    }

    /// `li .new #first` for `li.new#first`.
    fn conditions(selector: &str) -> String {
        selector.replace('.', " .").replace('#', " #")
    }

    /// Whether a selector, taken apart at its blanks, applies to the last element of a path
    /// that begins at the document.
    pub fn matches(words: &[&str], path: &[&Element]) -> bool {
        let (Some((part, left)), Some((element, above))) = (words.split_last(), path.split_last())
        else {
            return false;
        };
        let fits = |condition: &str| match condition.split_at_checked(1) {
            Some((".", class)) => element
                .attribute("class")
                .split(' ')
                .any(|has| has == class),
            Some(("#", id)) => element.attribute("id") == id,
            _ => element.name == condition || condition == "*",
        };
        let left_matches = || match left {
            [] => true,
            [left @ .., ">"] => matches(left, above),
            _ => (1..=above.len()).any(|end| matches(left, &above[..end])),
        };
        conditions(part).split_whitespace().all(fits) && left_matches()
    }
}

mod style {
    use super::css;
    use super::html::{self, Element};
    use std::collections::HashMap;

    const SIDES: [&str; 4] = ["top", "right", "bottom", "left"];
    const BROWSER: &str = "
        * { display: none; margin: 0; padding: 0 }
        html, body, div, p, section, header, main, footer { display: block }
        p { margin: 16px 0 }
        body { margin: 8px }";

    /// The box of an element, with its style and the boxes in it.
    pub struct Block {
        pub id: String,
        style: HashMap<String, String>,
        pub children: Vec<Block>,
    }

    /// The boxes of the page, in one for the document.
    pub fn blocks(page: &str) -> Block {
        let (document, sheet) = html::parse(page);
        block(
            &[&document],
            &[css::rules(BROWSER), css::rules(&sheet)].concat(),
        )
    }

    /// The box of the last element of a path.
    fn block(path: &[&Element], rules: &[(String, String)]) -> Block {
        let element = path[path.len() - 1];
        let mut block = Block {
            id: element.attribute("id").to_string(),
            style: HashMap::new(),
            children: Vec::new(),
        };
        // The strongest rule comes last, and so it has the last word. The document, the first
        // of the path, is no element for them.
        for (selector, declarations) in rules {
            let words: Vec<&str> = selector.split_whitespace().collect();
            if css::matches(&words, &path[1..]) {
                block.declare_all(declarations);
            }
        }
        let children = element.children.iter();
        let children = children.map(|child| self::block(&[path, &[child]].concat(), rules));
        block.children = children
            .filter(|child| !child.is("display", "none"))
            .collect();
        block
    }

    impl Block {
        fn declare_all(&mut self, declarations: &str) {
            for declaration in declarations.split(';') {
                let (property, value) = declaration.split_once(':').unwrap_or_default();
                self.declare(property.trim(), value.trim());
            }
        }

        fn declare(&mut self, property: &str, value: &str) {
            let words: Vec<&str> = value.split_whitespace().collect();
            match (property, &words[..]) {
                ("margin" | "padding", [first, ..]) => {
                    for (at, side) in SIDES.iter().enumerate() {
                        // A value that is missing is that of the opposite side, or the first.
                        let word = words.get(at).or(words.get(at % 2)).unwrap_or(first);
                        self.declare(&format!("{property}-{side}"), word);
                    }
                }
                ("border", [width, "solid", color]) => {
                    self.declare("border-width", width);
                    self.declare("border-color", color);
                }
                ("flex", [grow]) => {
                    self.declare("flex-grow", grow);
                    self.declare("flex-basis", "0");
                }
                _ => {
                    self.style.insert(property.to_string(), value.to_string());
                }
            }
        }

        pub fn is(&self, property: &str, value: &str) -> bool {
            self.style.get(property).is_some_and(|is| is == value)
        }

        /// A length or a number, if the property has one and not, for example, `auto`.
        pub fn px(&self, property: &str) -> Option<f32> {
            let value = self.style.get(property)?;
            value.trim_end_matches("px").parse().ok()
        }

        /// A colour such as `#ff0000`, if the property has one.
        pub fn color(&self, property: &str) -> Option<[u8; 3]> {
            let digits = self.style.get(property)?.strip_prefix('#')?;
            let [_, color @ ..] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
            Some(color)
        }

        /// The margins, `None` where they are automatic.
        pub fn margin(&self) -> [Option<f32>; 4] {
            SIDES.map(|side| self.px(&format!("margin-{side}")))
        }

        /// Padding and border together.
        pub fn frame(&self) -> [f32; 4] {
            let border = self.px("border-width").unwrap_or(0.0);
            SIDES.map(|side| self.px(&format!("padding-{side}")).unwrap_or(0.0) + border)
        }

        /// Frame and margins on two opposite sides.
        pub fn edges(&self, [one, other]: [usize; 2]) -> f32 {
            let (frame, margin) = (self.frame(), self.margin().map(|px| px.unwrap_or(0.0)));
            margin[one] + frame[one] + frame[other] + margin[other]
        }

        /// What a declared size between two opposite sides leaves for the content.
        pub fn content(&self, property: &str, [one, other]: [usize; 2]) -> Option<f32> {
            let taken = if self.is("box-sizing", "border-box") {
                self.frame()[one] + self.frame()[other]
            } else {
                0.0
            };
            Some((self.px(property)? - taken).max(0.0))
        }
    }
}

mod layout {
    use super::style::Block;

    const ROW: [usize; 2] = [3, 1];
    const COLUMN: [usize; 2] = [0, 2];

    /// Margins that meet: the greatest positive one and the least negative one.
    #[derive(Clone, Copy)]
    struct Margin(f32, f32);

    impl Margin {
        fn new(px: f32) -> Margin {
            Margin(px.max(0.0), px.min(0.0))
        }

        fn meet(&mut self, other: Margin) {
            *self = Margin(self.0.max(other.0), self.1.min(other.1));
        }

        fn size(self) -> f32 {
            self.0 + self.1
        }
    }

    pub struct Fragment<'a> {
        pub block: &'a Block,
        pub children: Vec<Fragment<'a>>,
        /// The box up to its border, measured from that of its parent.
        pub x: f32,
        pub y: f32,
        pub width: f32,
        pub height: f32,
        above: Margin,
        below: Margin,
        /// Whether nothing is between its margins, so that they meet each other.
        hollow: bool,
    }

    /// A box in a place of that width, which it fills if it has no width of its own.
    fn in_flow(block: &Block, place: f32) -> Fragment<'_> {
        let free = place - block.edges(ROW);
        let width = block.content("width", ROW).unwrap_or(free.max(0.0));
        let free = (free - width).max(0.0);
        let [_, right, _, left] = block.margin();
        let mut fragment = layout(block, width, None, false);
        fragment.x = match (left, right) {
            (Some(left), _) => left,
            (None, Some(_)) => free,
            (None, None) => free / 2.0,
        };
        fragment
    }

    /// A box whose content is that wide and, if it has no height of its own, maybe that high.
    /// The margins of a box that is alone do not meet those of its children.
    pub fn layout(block: &Block, width: f32, height: Option<f32>, alone: bool) -> Fragment<'_> {
        let [top, right, bottom, left] = block.frame();
        let height = block.content("height", COLUMN).or(height);
        let [above, _, below, _] = block.margin().map(|px| Margin::new(px.unwrap_or(0.0)));
        let mut fragment = Fragment {
            block,
            children: Vec::new(),
            x: 0.0,
            y: 0.0,
            width: left + width + right,
            height: 0.0,
            above,
            below,
            hollow: false,
        };
        let content = if block.is("display", "flex") {
            fragment.row(width, height)
        } else {
            fragment.stack(width, height, alone)
        };
        fragment.height = top + height.unwrap_or(content.max(0.0)) + bottom;
        for child in &mut fragment.children {
            child.x += left;
            child.y += top;
        }
        fragment
    }

    impl Fragment<'_> {
        /// Visits the fragment and all below, each with its place on the page.
        pub fn visit(&self, x: f32, y: f32, visitor: &mut impl FnMut(&Block, [f32; 4])) {
            let (x, y) = (x + self.x, y + self.y);
            visitor(self.block, [x, y, self.width, self.height]);
            for child in &self.children {
                child.visit(x, y, visitor);
            }
        }

        /// Puts the children below each other, and gives the height that they take.
        fn stack(&mut self, width: f32, height: Option<f32>, alone: bool) -> f32 {
            // Where no frame is between them, the margin of a box meets that of its first or
            // last child; below only if it is the last child on which the height depends.
            let [top, _, bottom, _] = self.block.frame();
            let mut first_meets = !alone && top == 0.0;
            let last_meets = !alone && bottom == 0.0;

            let mut end = 0.0;
            let mut margin = Margin::new(0.0);
            for block in &self.block.children {
                let mut child = in_flow(block, width);
                let meeting = if first_meets {
                    &mut self.above
                } else {
                    &mut margin
                };
                meeting.meet(child.above);
                child.y = end + if first_meets { 0.0 } else { meeting.size() };
                if child.hollow {
                    meeting.meet(child.below);
                } else {
                    first_meets = false;
                    end = child.y + child.height;
                    margin = child.below;
                }
                self.children.push(child);
            }
            self.hollow = first_meets && bottom + height.unwrap_or(0.0) == 0.0;
            if last_meets {
                self.below.meet(margin);
                return end;
            }
            end + margin.size()
        }

        /// Puts the children beside each other, and gives the height that they take.
        fn row(&mut self, width: f32, height: Option<f32>) -> f32 {
            let items = &self.block.children;
            let needed: f32 = items.iter().map(|item| base(item) + item.edges(ROW)).sum();
            let free = width - needed;
            let factor = |item: &Block| {
                if free > 0.0 {
                    item.px("flex-grow").unwrap_or(0.0)
                } else {
                    item.px("flex-shrink").unwrap_or(1.0) * base(item)
                }
            };
            let whole = items.iter().map(factor).sum::<f32>().max(1.0);
            // No item has a minimum here, so this is all there is to sharing.
            let item_width = |item| (base(item) + free * factor(item) / whole).max(0.0);

            let line = height.unwrap_or_else(|| {
                let alone = items
                    .iter()
                    .map(|item| layout(item, item_width(item), None, true));
                let heights = alone.map(|item| item.above.size() + item.height + item.below.size());
                heights.fold(0.0, f32::max)
            });

            let mut x = 0.0;
            for item in items {
                // The height of the row is for the whole item, edges and all. A declared
                // height comes first anyway: `layout` sees to that.
                let stretched = (line - item.edges(COLUMN)).max(0.0);
                let mut child = layout(item, item_width(item), Some(stretched), true);
                child.x = x + item.margin()[3].unwrap_or(0.0);
                child.y = child.above.size();
                x += item_width(item) + item.edges(ROW);
                self.children.push(child);
            }
            line
        }
    }

    /// The width of an item's content before it grows or shrinks.
    fn base(item: &Block) -> f32 {
        let declared = item
            .content("flex-basis", ROW)
            .or(item.content("width", ROW));
        declared.unwrap_or_else(|| {
            let wanted = item
                .children
                .iter()
                .map(|child| base(child) + child.edges(ROW));
            if item.is("display", "flex") {
                wanted.sum()
            } else {
                wanted.fold(0.0, f32::max)
            }
        })
    }
}

mod paint {
    use super::layout::Fragment;
    use super::style::Block;

    /// The colour of what lies under all boxes.
    fn canvas(document: &Block) -> [u8; 3] {
        // The root gives its background away, and if it has none, `body` does.
        let background = |block: &Block| block.color("background-color");
        let html = document.children.first();
        let body = html.and_then(|html| html.children.first());
        let of_html = html.and_then(background);
        of_html.or(body.and_then(background)).unwrap_or([255; 3])
    }

    /// A picture in the format PPM.
    pub fn ppm(document: &Fragment, width: usize, height: usize) -> Vec<u8> {
        let mut pixels = vec![canvas(document.block); width * height];
        let mut fill = |color, [x, y, wide, high]: [f32; 4]| {
            // A float that is negative becomes 0 as a number without a sign.
            let pixel = |at: f32, end: usize| (at.round() as usize).min(end);
            for line in pixel(y, height)..pixel(y + high, height) {
                let row = &mut pixels[line * width..];
                row[pixel(x, width)..pixel(x + wide, width)].fill(color);
            }
        };
        // Each background and its border, and then what lies upon them.
        document.visit(0.0, 0.0, &mut |block, [x, y, wide, high]| {
            if let Some(color) = block.color("background-color") {
                fill(color, [x, y, wide, high]);
            }
            if let Some(color) = block.color("border-color") {
                let thick = block.px("border-width").unwrap_or(0.0);
                fill(color, [x, y, wide, thick]);
                fill(color, [x, y + high - thick, wide, thick]);
                fill(color, [x, y, thick, high]);
                fill(color, [x + wide - thick, y, thick, high]);
            }
        });
        let header = format!("P6\n{width} {height}\n255\n");
        [header.as_bytes(), pixels.as_flattened()].concat()
    }
}

/// A line for each element with an id: the id, `x`, `y`, width and height up to the border.
fn boxes(page: &str, width: f32) -> String {
    let document = style::blocks(page);
    let mut lines = String::new();
    layout::layout(&document, width, None, true).visit(0.0, 0.0, &mut |block, place| {
        if !block.id.is_empty() {
            let place = place.map(|px| (px * 100.0).round() / 100.0);
            let [x, y, width, height] = place;
            lines += &format!("{} {x} {y} {width} {height}\n", block.id);
        }
    });
    lines
}

fn picture(page: &str, width: usize, height: usize) -> Vec<u8> {
    let document = style::blocks(page);
    paint::ppm(
        &layout::layout(&document, width as f32, None, true),
        width,
        height,
    )
}

const DEMO: &str = r#"<!DOCTYPE html>
<html><head><style>
  .row { display: flex; margin: 20px }
  .row div { height: 30px; border: 2px solid #336699 }
  #side { width: 60px }
  #main { flex: 1 }
</style></head><body>
  <div class="row" id="row"><div id="side"></div><div id="main"></div></div>
</body></html>"#;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => print!("{}", boxes(DEMO, 300.0)),
        ["boxes", width, page] => {
            print!("{}", boxes(&fs::read_to_string(page)?, width.parse()?));
        }
        ["paint", width, height, page, out] => {
            let page = fs::read_to_string(page)?;
            fs::write(out, picture(&page, width.parse()?, height.parse()?))?;
        }
        _ => return Err("boxes WIDTH FILE, or paint WIDTH HEIGHT FILE OUT.ppm".into()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(css: &str, body: &str) -> String {
        let css = format!("body {{ margin: 0 }} {css}");
        format!("<html><head><style>{css}</style></head><body id=\"body\">{body}</body></html>")
    }

    /// The boxes in a window that is 200 wide.
    fn lines(css: &str, body: &str) -> Vec<String> {
        let all = boxes(&page(css, body), 200.0);
        all.lines().map(String::from).collect()
    }

    #[test]
    fn only_elements_with_an_id_have_a_line() {
        let css = ".a { height: 10px }";
        let body = r#"<div class="a"></div><div class="b a" id="x"></div><p></p>"#;
        assert_eq!(lines(css, body), ["body 0 0 200 20", "x 0 10 200 10"]);
    }

    #[test]
    fn the_tree_is_that_of_the_tags() {
        let css = "div { padding: 1px }";
        let body = r#"1 < d <!-- <div id="c"> --><div id="d"><i><div id="e"></i></div>"#;
        assert_eq!(lines(css, body), ["body 0 0 200 2", "d 0 0 200 2"]);
        let body = r#"<div id="d"><br><div id="e">"#;
        assert_eq!(
            lines(css, body),
            ["body 0 0 200 4", "d 0 0 200 4", "e 1 1 198 2"]
        );
        let page = r#"<html><body id="b"></></b></ html>"#;
        assert_eq!(boxes(page, 100.0), "b 8 8 84 0\n");
    }

    #[test]
    fn the_browser_has_a_style_sheet() {
        let page = r#"<body id="b"><p id="p"></p><div id="d"></div><i id="i"></i></body>"#;
        let expected = "b 8 16 84 0\np 8 16 84 0\nd 8 16 84 0\n";
        assert_eq!(boxes(page, 100.0), expected);
    }

    #[test]
    fn the_more_specific_rule_wins() {
        let css = "#x { width: 10px } .a { width: 20px; height: 20px } div { height: 30px }
            div.a { padding-left: 1px } .a { padding-left: 9px } .a.b { margin-left: 1px }
            html div.b { margin-left: 2px; padding-top: 2px } * { padding-top: 9px }";
        let body = r#"<div class="a b" id="x"></div>"#;
        assert_eq!(lines(css, body), ["body 0 9 200 31", "x 1 18 11 22"]);
    }

    #[test]
    fn of_equal_rules_the_last_wins() {
        let css = ".a, .b { width: 10px } /* .c { width: 15px } */ .b { width: 20px }";
        let body = r#"<div class="a" id="x"></div><div class="b c" id="y"></div>"#;
        assert_eq!(lines(css, body)[1..], ["x 0 0 10 0", "y 0 0 20 0"]);
    }

    #[test]
    fn selectors_look_at_the_ancestors() {
        let css = ".a>.b{ height: 40px } .a .c { height: 10px } .a > .b .d { height: 20px }";
        let body = r#"<div class="a"><div class="b" id="b"><div class="b"><div class="b" id="e">
            </div><div class="c" id="c"></div><div class="d" id="d"></div></div></div></div>"#;
        let expected = [
            "b 0 0 200 40",
            "e 0 0 200 0",
            "c 0 0 200 10",
            "d 0 10 200 20",
        ];
        assert_eq!(lines(css, body)[1..], expected);
    }

    #[test]
    fn one_to_four_values_are_for_four_sides() {
        let css = "#a { margin: 1px 2px 3px 4px } #b { padding: 1px 2px 3px }
            #c { padding: 5px 6px } #d { padding: 7px; border: 2px solid #000000 }";
        let body = r#"<div id="a"><div id="b"></div></div><div id="c"></div><div id="d"></div>"#;
        let expected = [
            "body 0 1 200 35",
            "a 4 1 194 4",
            "b 4 1 194 4",
            "c 0 8 200 10",
            "d 0 18 200 18",
        ];
        assert_eq!(lines(css, body), expected);
    }

    #[test]
    fn widths_fill_the_parent_or_are_declared() {
        let css = "div { height: 10px; padding: 1px 5px } .b { width: 80px; margin: 0 auto }
            .i { box-sizing: border-box } #l { margin-left: auto; width: 50px }
            #w { width: 300px; margin: 0 auto } #n { width: 4px } #r { margin-right: auto }";
        let body = r#"<div id="a"></div><div class="b" id="b"></div><div class="b i" id="i"></div>
            <div id="l"></div><div id="w"></div><div class="i" id="n"></div>
            <div class="b" id="r"></div>"#;
        let expected = [
            "a 0 0 200 12",
            "b 55 12 90 12",
            "i 60 24 80 10",
            "l 140 34 60 12",
            "w 0 46 310 12",
            "n 0 58 10 10",
            "r 55 68 90 12",
        ];
        assert_eq!(lines(css, body)[1..], expected);
    }

    #[test]
    fn one_automatic_margin_takes_what_is_free() {
        let css = "div { width: 60px } #a { margin: 0 10px 0 auto } #b { margin: 0 auto 0 10px }";
        let body = r#"<div id="a"></div><div id="b"></div>"#;
        assert_eq!(lines(css, body)[1..], ["a 130 0 60 0", "b 10 0 60 0"]);
    }

    #[test]
    fn a_frame_may_be_wider_than_its_place() {
        let css = "#a { padding: 0 150px }";
        assert_eq!(lines(css, r#"<div id="a"></div>"#)[1], "a 0 0 300 0");
    }

    #[test]
    fn margins_of_neighbours_meet() {
        let css = "div { height: 10px } #a { margin-bottom: 20px } #b { margin: 15px 0 -8px }
            #c { margin-top: -3px } #d { margin-top: 5px }";
        let body = r#"<div id="a"></div><div id="b"></div><div id="c"></div><div id="d"></div>"#;
        let expected = [
            "body 0 0 200 57",
            "a 0 0 200 10",
            "b 0 30 200 10",
            "c 0 32 200 10",
            "d 0 47 200 10",
        ];
        assert_eq!(lines(css, body), expected);
    }

    #[test]
    fn margins_meet_those_of_the_first_and_the_last_child() {
        let css = "#a { margin: 10px 0 5px } #b { margin: 20px 0 30px; height: 10px }
            #c { height: 10px }";
        let body = r#"<div id="a"><div id="b"></div></div><div id="c"></div>"#;
        let expected = [
            "body 0 20 200 50",
            "a 0 20 200 10",
            "b 0 20 200 10",
            "c 0 60 200 10",
        ];
        assert_eq!(lines(css, body), expected);
    }

    #[test]
    fn a_frame_keeps_margins_apart() {
        let css = "#a { margin: 10px 0; padding: 1px 0 } #b { margin: 20px 0 30px; height: 10px }
            #c { height: 10px }";
        let body = r#"<div id="a"><div id="b"></div></div><div id="c"></div>"#;
        let expected = [
            "body 0 10 200 82",
            "a 0 10 200 62",
            "b 0 31 200 10",
            "c 0 82 200 10",
        ];
        assert_eq!(lines(css, body), expected);
    }

    #[test]
    fn a_declared_height_keeps_the_last_margin_inside() {
        let css =
            "#a { height: 30px } #b { margin: 20px 0 90px; height: 10px } #c { height: 10px }";
        let body = r#"<div id="a"><div id="b"></div></div><div id="c"></div>"#;
        let expected = [
            "body 0 20 200 40",
            "a 0 20 200 30",
            "b 0 20 200 10",
            "c 0 50 200 10",
        ];
        assert_eq!(lines(css, body), expected);
    }

    #[test]
    fn margins_meet_through_a_hollow_box() {
        let css = ".h { margin: 20px 0 10px } #b { margin-top: 15px; height: 10px }
            #a { height: 10px; margin-bottom: 5px } #z { height: 0 }";
        let body = r#"<div class="h" id="z"></div><div id="a"></div>
            <div class="h" id="h"><div class="h"></div></div><div id="b"></div>"#;
        let expected = [
            "body 0 20 200 40",
            "z 0 20 200 0",
            "a 0 20 200 10",
            "h 0 50 200 0",
            "b 0 50 200 10",
        ];
        assert_eq!(lines(css, body), expected);
    }

    #[test]
    fn a_box_with_a_height_or_a_frame_is_not_hollow() {
        let css = "div { margin: 10px 0 } #a { height: 1px } #b { border: 1px solid #000000 }
            #c { padding-bottom: 1px; height: 1px } #d { display: flex }";
        let body = r#"<div id="a"></div><div id="b"></div><div id="c"></div><div id="d"></div>
            <div id="e"></div>"#;
        let expected = [
            "body 0 10 200 35",
            "a 0 10 200 1",
            "b 0 21 200 2",
            "c 0 33 200 2",
            "d 0 45 200 0",
            "e 0 55 200 0",
        ];
        assert_eq!(lines(css, body), expected);
    }

    #[test]
    fn a_height_is_never_negative() {
        let css = "#a { border: 1px solid #000000 } #b { margin: 5px 0 -30px }";
        let body = r#"<div id="a"><div id="b"></div></div>"#;
        assert_eq!(lines(css, body)[1], "a 0 0 200 2");
    }

    #[test]
    fn growing_items_share_the_free_width() {
        let css = "#r { display: flex } #r div { margin: 0 3px 0 2px; height: 10px }
            #a { flex: 1; width: 90px } #b { flex-grow: 2; width: 50px } #c { padding: 0 10px }
            #d { width: auto } .d { width: 5px }";
        let body = r#"<div id="r"><div id="a"></div><div id="b"></div><div id="c"></div>
            <div id="d"><div class="d"></div></div></div>"#;
        // 200 less 4 margins of 5, the base of 50, the padding of 20, and 10 for the last.
        let expected = [
            "r 0 0 200 10",
            "a 2 0 33.33 10",
            "b 40.33 0 116.67 10",
            "c 162 0 20 10",
            "d 187 0 10 10",
        ];
        assert_eq!(lines(css, body)[1..], expected);
    }

    #[test]
    fn growing_less_than_once_leaves_a_rest() {
        let css = "#r { display: flex } #a { width: 100px; flex-grow: 0.5 }";
        let body = r#"<div id="r"><div id="a"></div></div>"#;
        assert_eq!(lines(css, body)[2], "a 0 0 150 0");
    }

    #[test]
    fn items_shrink_by_their_widths() {
        let css = "#r { display: flex } #a { width: 100px } #b { width: 300px }
            #c { width: 20px; flex-shrink: 0 }";
        let body = r#"<div id="r"><div id="a"></div><div id="b"></div><div id="c"></div></div>"#;
        let expected = ["a 0 0 45 0", "b 45 0 135 0", "c 180 0 20 0"];
        assert_eq!(lines(css, body)[2..], expected);
    }

    #[test]
    fn an_item_shrinks_down_to_nothing() {
        let css = "#r { display: flex } #a { width: 10px; margin-left: 300px }";
        let body = r#"<div id="r"><div id="a"></div></div>"#;
        assert_eq!(lines(css, body)[2], "a 300 0 0 0");
    }

    #[test]
    fn items_are_as_high_as_their_row() {
        let css =
            "#r { display: flex } #a { padding: 4px 1px } #b { margin: 3px 0 7px; height: 30px }
            #c { display: flex } #d { width: 9px } #e { height: 5px }";
        let body = r#"<div id="r"><div id="a"></div><div id="b"></div>
            <div id="c"><div id="d"></div></div><div id="e"></div></div>"#;
        let expected = [
            "r 0 0 200 40",
            "a 0 0 2 40",
            "b 2 3 0 30",
            "c 2 0 9 40",
            "d 2 0 9 40",
            "e 11 0 0 5",
        ];
        assert_eq!(lines(css, body)[1..], expected);
    }

    #[test]
    fn a_row_may_have_a_height() {
        let css = "#r { display: flex; height: 20px } #a { border: 1px solid #000000 }
            #b { height: 30px } #c { padding: 15px 0 }";
        let body = r#"<div id="r"><div id="a"></div><div id="b"></div><div id="c"></div></div>"#;
        let expected = ["r 0 0 200 20", "a 0 0 2 20", "b 2 0 0 30", "c 2 0 0 30"];
        assert_eq!(lines(css, body)[1..], expected);
    }

    #[test]
    fn margins_do_not_leave_an_item() {
        let css = "#r { display: flex; margin-top: 5px } #a { margin-top: 4px }
            #b { margin: 10px 2px; width: 30px }";
        let body = r#"<div id="r"><div id="a"><div id="b"></div></div><div id="c"></div></div>"#;
        let expected = ["r 0 5 200 14", "a 0 9 34 10", "b 2 19 30 0", "c 34 5 0 14"];
        assert_eq!(lines(css, body)[1..], expected);
    }

    #[test]
    fn an_item_in_a_frame_begins_at_the_frame() {
        let css = "#r { display: flex; padding: 5px 6px } .f { display: flex } #a { width: 10px }";
        let body = r#"<div id="r"><div class="f" id="f"><div id="a"></div><div id="a"></div></div>
            <div id="c"></div></div>"#;
        let expected = ["f 6 5 20 0", "a 6 5 10 0", "a 16 5 10 0", "c 26 5 0 0"];
        assert_eq!(lines(css, body)[2..], expected);
    }

    /// The picture of a page, with a letter for each colour.
    fn letters(css: &str, body: &str, width: usize, height: usize) -> Vec<String> {
        let picture = picture(&page(css, body), width, height);
        let header = format!("P6\n{width} {height}\n255\n");
        let pixels = picture.strip_prefix(header.as_bytes()).unwrap();
        assert_eq!(pixels.len(), 3 * width * height);
        let letter = |color: &[u8]| match color {
            [255, 255, 255] => '.',
            [255, 0, 0] => 'r',
            [0, 128, 0] => 'g',
            [0, 0, 255] => 'b',
            _ => '?',
        };
        let line = |line: &[u8]| line.chunks(3).map(letter).collect();
        pixels.chunks(3 * width).map(line).collect()
    }

    #[test]
    fn a_border_lies_upon_the_background() {
        let css =
            "#a { margin: 1px; border: 1px solid #008000; height: 2px; background-color: #ff0000 }";
        let expected = ["......", ".gggg.", ".grrg.", ".grrg.", ".gggg.", "......"];
        assert_eq!(letters(css, r#"<div id="a"></div>"#, 6, 6), expected);
    }

    #[test]
    fn what_is_inside_lies_above() {
        let css = "#a { background-color: #ff0000; height: 3px } #b { background-color: #0000ff;
            height: 9px; width: 3px; margin-left: -1px }";
        let body = r#"<div id="a"><div id="b"></div></div>"#;
        assert_eq!(letters(css, body, 4, 4), ["bbrr", "bbrr", "bbrr", "bb.."]);
    }

    #[test]
    fn what_lies_outside_of_the_picture_is_not_painted() {
        let css =
            "div { background-color: #ff0000; height: 2px } #a { width: 9px; margin-left: 2px }
            #b { margin-top: 9px }";
        let body = r#"<div id="a"></div><div id="b"></div>"#;
        assert_eq!(letters(css, body, 4, 3), ["..rr", "..rr", "...."]);
    }

    #[test]
    fn the_canvas_has_the_colour_of_the_body() {
        let css = "body { background-color: #0000ff; margin: 1px } div { height: 1px }";
        assert_eq!(letters(css, "<div></div>", 2, 2), ["bb", "bb"]);
    }

    #[test]
    fn the_root_comes_before_the_body() {
        let css = "html { background-color: #ff0000 } body { background-color: #0000ff } div { height: 1px }";
        assert_eq!(letters(css, "<div></div>", 2, 2), ["bb", "rr"]);
    }

    #[test]
    fn an_edge_goes_to_the_nearest_pixel() {
        let css = "div { height: 1.5px; width: 1.4px; background-color: #ff0000 }";
        assert_eq!(letters(css, "<div></div>", 3, 3), ["r..", "r..", "..."]);
    }
}
