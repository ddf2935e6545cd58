// For every element each property gets exactly one value. If rules declare some, the cascade
// chooses the winner; if none does, the parent's value is inherited, or the initial one
// holds. An author can also ask for that by name, with three keywords that any property takes.

use std::collections::HashMap;

/// Who wrote the style sheet.
#[derive(Clone, Copy)]
enum Origin {
    /// The browser itself.
    UserAgent,
    /// The people behind the page.
    Author,
}

/// A declaration of a rule that matches the element.
struct Declared {
    property: &'static str,
    value: &'static str,
    origin: Origin,
    important: bool,
    /// The numbers of ids, of classes and of names in the rule's selector.
    specificity: (u32, u32, u32),
}

impl Declared {
    /// The greater level wins, whatever the selectors are.
    fn level(&self) -> u8 {
        // With `!important` the order of the origins turns round: so the browser's own
        // important rules are the only ones that no page can override.
        match (self.important, self.origin) {
            (false, Origin::UserAgent) => 0,
            (false, Origin::Author) => 1,
            (true, Origin::Author) => 2,
            (true, Origin::UserAgent) => 3,
        }
    }
}

/// What the cascade gives for a property for which something is declared.
#[derive(Clone, Copy)]
enum Cascaded {
    Value(&'static str),
    Inherit,
    Initial,
    /// As if nothing were declared.
    Unset,
}

/// The winner among the declarations, which are in the order of the style sheets.
fn cascade(property: &str, declared: &[Declared]) -> Option<Cascaded> {
    let candidates = declared.iter().filter(|d| d.property == property);
    // Of equal ones `max_by_key` gives the last, and so does CSS.
    let winner = candidates.max_by_key(|d| (d.level(), d.specificity))?;
    Some(match winner.value {
        "inherit" => Cascaded::Inherit,
        "initial" => Cascaded::Initial,
        "unset" => Cascaded::Unset,
        value => Cascaded::Value(value),
    })
}

struct Property {
    name: &'static str,
    initial: &'static str,
    inherited: bool,
}

const PROPERTIES: [Property; 4] = [
    Property {
        name: "color",
        initial: "black",
        inherited: true,
    },
    Property {
        name: "font-size",
        initial: "16px",
        inherited: true,
    },
    Property {
        name: "width",
        initial: "auto",
        inherited: false,
    },
    Property {
        name: "border-style",
        initial: "none",
        inherited: false,
    },
];

/// The values of all properties.
type Style = HashMap<&'static str, &'static str>;

/// The style of an element whose parent has this style; the root has no parent.
fn style(declared: &[Declared], parent: Option<&Style>) -> Style {
    let value = |property: &Property| {
        // Where there is no parent, inheriting gives the initial value.
        let inherited = parent.map_or(property.initial, |style| style[property.name]);
        match cascade(property.name, declared) {
            Some(Cascaded::Value(value)) => value,
            Some(Cascaded::Inherit) => inherited,
            Some(Cascaded::Initial) => property.initial,
            Some(Cascaded::Unset) | None if property.inherited => inherited,
            Some(Cascaded::Unset) | None => property.initial,
        }
    };
    PROPERTIES.iter().map(|p| (p.name, value(p))).collect()
}

fn main() {
    let rule = |origin, property, value| Declared {
        property,
        value,
        origin,
        important: false,
        specificity: (0, 0, 1),
    };
    let color = rule(Origin::Author, "color", "navy");
    let link = rule(Origin::UserAgent, "color", "blue");
    let body = style(&[color, rule(Origin::Author, "width", "300px")], None);
    for element in [style(&[], Some(&body)), style(&[link], Some(&body))] {
        println!("color {}, width {}", element["color"], element["width"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(property: &'static str, value: &'static str) -> Declared {
        Declared {
            property,
            value,
            origin: Origin::Author,
            important: false,
            specificity: (0, 0, 1),
        }
    }

    fn browser(property: &'static str, value: &'static str) -> Declared {
        Declared {
            origin: Origin::UserAgent,
            ..author(property, value)
        }
    }

    fn important(declared: Declared) -> Declared {
        Declared {
            important: true,
            ..declared
        }
    }

    fn weighing(declared: Declared, specificity: (u32, u32, u32)) -> Declared {
        Declared {
            specificity,
            ..declared
        }
    }

    /// The color of a root element.
    fn color(declared: &[Declared]) -> &'static str {
        style(declared, None)["color"]
    }

    #[test]
    fn of_equal_declarations_the_last_wins() {
        let equal = [author("color", "red"), author("color", "blue")];
        assert_eq!(color(&equal), "blue");
    }

    #[test]
    fn the_more_specific_selector_wins_wherever_it_stands() {
        let strong = weighing(author("color", "red"), (1, 0, 0));
        let weak = weighing(author("color", "blue"), (0, 9, 9));
        assert_eq!(color(&[strong, weak]), "red");
        let strong = weighing(author("color", "red"), (0, 1, 0));
        let weak = weighing(author("color", "blue"), (0, 0, 9));
        assert_eq!(color(&[weak, strong]), "red");
    }

    #[test]
    fn the_page_wins_against_the_browser_with_any_selector() {
        let strong = weighing(browser("color", "red"), (1, 0, 0));
        assert_eq!(color(&[author("color", "blue"), strong]), "blue");
    }

    #[test]
    fn importance_counts_more_than_the_selector() {
        let strong = weighing(author("color", "red"), (1, 0, 0));
        let weak = important(author("color", "blue"));
        assert_eq!(color(&[weak, strong]), "blue");
    }

    #[test]
    fn what_the_browser_calls_important_no_page_can_change() {
        let page = weighing(important(author("color", "blue")), (1, 0, 0));
        assert_eq!(
            color(&[
                important(browser("color", "red")),
                page,
                author("color", "tan")
            ]),
            "red"
        );
    }

    #[test]
    fn without_any_declaration_the_root_has_initial_values() {
        let root = style(&[], None);
        assert_eq!(root.len(), PROPERTIES.len());
        for property in PROPERTIES {
            assert_eq!(root[property.name], property.initial);
        }
    }

    #[test]
    fn only_some_properties_are_inherited_by_themselves() {
        let parent = style(
            &[
                author("color", "red"),
                author("font-size", "9px"),
                author("width", "70px"),
                author("border-style", "dotted"),
            ],
            None,
        );
        let child = style(&[], Some(&parent));
        assert_eq!(child["color"], "red");
        assert_eq!(child["font-size"], "9px");
        assert_eq!(child["width"], "auto");
        assert_eq!(child["border-style"], "none");
    }

    #[test]
    fn inherit_takes_the_value_of_the_parent() {
        let parent = style(&[author("width", "70px")], None);
        let child = style(&[author("width", "inherit")], Some(&parent));
        assert_eq!(child["width"], "70px");
    }

    #[test]
    fn initial_forgets_the_parent() {
        let parent = style(&[author("color", "red")], None);
        let child = style(&[author("color", "initial")], Some(&parent));
        assert_eq!(child["color"], "black");
    }

    #[test]
    fn unset_is_as_if_nothing_were_declared() {
        let parent = style(&[author("color", "red"), author("width", "70px")], None);
        let unset = [
            browser("color", "tan"),
            author("color", "unset"),
            author("width", "unset"),
        ];
        let child = style(&unset, Some(&parent));
        assert_eq!(child["color"], "red");
        assert_eq!(child["width"], "auto");
    }

    #[test]
    fn the_root_inherits_initial_values() {
        assert_eq!(color(&[author("color", "inherit")]), "black");
        assert_eq!(color(&[author("color", "unset")]), "black");
    }
}
