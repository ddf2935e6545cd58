// Which rules apply to an element? A selector is read from right to left: the element has to
// fit its last part, then the way up to the document decides about the others. How exactly a
// selector describes its element, its specificity, decides later which of two rules wins.

use std::iter;

struct Element<'a> {
    name: &'a str,
    id: &'a str,
    classes: Vec<&'a str>,
    parent: Option<&'a Element<'a>>,
}

/// Conditions on one element, as in `li.new#first`.
#[derive(Debug, Default, PartialEq)]
struct Compound {
    names: Vec<String>,
    classes: Vec<String>,
    ids: Vec<String>,
}

impl Compound {
    fn parse(text: &str) -> Compound {
        let mut compound = Compound::default();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let mut behind = rest.char_indices().skip(1);
            let end = behind.find(|(_, c)| ['.', '#'].contains(c));
            let end = end.map_or(rest.len(), |(at, _)| at);
            match first {
                '.' => compound.classes.push(rest[1..end].to_string()),
                '#' => compound.ids.push(rest[1..end].to_string()),
                '*' => {} // fits everything, demands nothing
                _ => compound.names.push(rest[..end].to_string()),
            }
            rest = &rest[end..];
        }
        compound
    }

    fn fits(&self, element: &Element) -> bool {
        self.names.iter().all(|name| name == element.name)
            && self.ids.iter().all(|id| id == element.id)
            && (self.classes.iter()).all(|class| element.classes.contains(&class.as_str()))
    }
}

#[derive(Debug, PartialEq)]
enum Combinator {
    /// A blank: somewhere above.
    Descendant,
    /// A `>`: directly above.
    Child,
}

#[derive(Debug)]
struct Selector {
    subject: Compound,
    /// From right to left: the nearest to the subject comes first.
    above: Vec<(Combinator, Compound)>,
}

impl Selector {
    fn parse(text: &str) -> Option<Selector> {
        let mut parts = text.split_whitespace().rev();
        let subject = Compound::parse(parts.next()?);
        let mut above = Vec::new();
        while let Some(part) = parts.next() {
            above.push(if part == ">" {
                (Combinator::Child, Compound::parse(parts.next()?))
            } else {
                (Combinator::Descendant, Compound::parse(part))
            });
        }
        Some(Selector { subject, above })
    }

    fn matches(&self, element: &Element) -> bool {
        self.subject.fits(element) && matches_above(&self.above, element)
    }

    /// The numbers of ids, of classes and of names. Tuples are compared from left to right:
    /// one id outweighs any number of classes.
    fn specificity(&self) -> (usize, usize, usize) {
        let above = self.above.iter().map(|(_, compound)| compound);
        let mut sum = (0, 0, 0);
        for part in iter::once(&self.subject).chain(above.take(0)) {
            sum.0 += part.ids.len();
            sum.1 += part.classes.len();
            sum.2 += part.names.len();
        }
        sum
    }
}

/// Whether there are elements above `element` for all these conditions.
fn matches_above(conditions: &[(Combinator, Compound)], element: &Element) -> bool {
    let Some(((combinator, compound), rest)) = conditions.split_first() else {
        return true;
    };
    // The nearest that fits may have nothing fitting above it while one further up has. So
    // it is not enough to find one: each is tried together with the rest of the conditions.
    let good = |ancestor: &Element| compound.fits(ancestor) && matches_above(rest, ancestor);
    match combinator {
        Combinator::Child => element.parent.is_some_and(good),
        Combinator::Descendant => {
            iter::successors(element.parent, |ancestor| ancestor.parent).any(good)
        }
    }
}

fn main() {
    let list = Element {
        name: "ul",
        id: "",
        classes: vec!["menu"],
        parent: None,
    };
    let item = Element {
        name: "li",
        id: "first",
        classes: vec![],
        parent: Some(&list),
    };
    for text in ["ul li", ".menu > #first", "li ul"] {
        if let Some(selector) = Selector::parse(text) {
            let specificity = selector.specificity();
            println!("{text}: {} {specificity:?}", selector.matches(&item));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn child<'a>(parent: &'a Element<'a>, name: &'a str, classes: &[&'a str]) -> Element<'a> {
        Element {
            parent: Some(parent),
            ..root(name, classes)
        }
    }

    fn root<'a>(name: &'a str, classes: &[&'a str]) -> Element<'a> {
        Element {
            name,
            id: "",
            classes: classes.to_vec(),
            parent: None,
        }
    }

    fn matches(selector: &str, element: &Element) -> bool {
        Selector::parse(selector).unwrap().matches(element)
    }

    fn specificity(selector: &str) -> (usize, usize, usize) {
        Selector::parse(selector).unwrap().specificity()
    }

    #[test]
    fn an_element_fits_its_name_its_id_and_each_of_its_classes() {
        let element = Element {
            id: "top",
            ..root("p", &["note", "new"])
        };
        for fitting in ["p", "#top", ".new", ".note", "*", "p.new.note#top", "*.new"] {
            assert!(matches(fitting, &element), "{fitting}");
        }
        for other in [
            "übung.new",
            "div",
            "#note",
            ".top",
            ".note.old",
            "div.new",
            "p#new",
        ] {
            assert!(!matches(other, &element), "{other}");
        }
    }

    #[test]
    fn a_child_is_directly_below() {
        let list = root("ul", &[]);
        let item = child(&list, "li", &[]);
        let text = child(&item, "em", &[]);
        assert!(matches("ul > li", &item));
        assert!(matches("ul > li > em", &text));
        assert!(!matches("ul > em", &text));
        assert!(!matches("em > li", &item));
        assert!(!matches("li > ul", &list));
    }

    #[test]
    fn a_descendant_is_anywhere_below() {
        let list = root("ul", &[]);
        let item = child(&list, "li", &[]);
        let text = child(&item, "em", &[]);
        assert!(matches("ul em", &text));
        assert!(matches("ul li em", &text));
        assert!(matches("* em", &text));
        assert!(!matches("em em", &text));
        assert!(!matches("li ul em", &text));
    }

    #[test]
    fn an_element_is_not_above_itself() {
        assert!(!matches("p p", &root("p", &[])));
        assert!(!matches("p > p", &root("p", &[])));
    }

    #[test]
    fn the_nearest_fitting_ancestor_may_be_the_wrong_one() {
        // ul > li.far > div > li.near > em
        let list = root("ul", &[]);
        let far = child(&list, "li", &["far"]);
        let block = child(&far, "div", &[]);
        let near = child(&block, "li", &["near"]);
        let text = child(&near, "em", &[]);
        assert!(matches("ul > li em", &text));
        assert!(matches("ul .far em", &text));
        assert!(!matches("ul > li > em", &text));
        assert!(!matches("ul > .near em", &text));
    }

    #[test]
    fn specificity_counts_ids_classes_and_names() {
        assert_eq!(specificity("p"), (0, 0, 1));
        assert_eq!(specificity(".a.b"), (0, 2, 0));
        assert_eq!(specificity("p.note#top"), (1, 1, 1));
        assert_eq!(specificity("*"), (0, 0, 0));
    }

    #[test]
    fn all_parts_of_a_selector_count() {
        assert_eq!(specificity("ul > li.new em"), (0, 1, 3));
        assert_eq!(specificity("#a .b #c"), (2, 1, 0));
    }

    #[test]
    fn one_id_outweighs_any_number_of_classes() {
        let classes = ".a".repeat(1000);
        assert!(specificity("#a") > specificity(&classes));
        assert!(specificity(".a") > specificity("html body div p"));
        assert!(specificity("p.a") > specificity(".a"));
    }

    #[test]
    fn a_selector_needs_an_element_on_both_sides() {
        assert!(Selector::parse("").is_none());
        assert!(Selector::parse("> li").is_none());
    }
}
