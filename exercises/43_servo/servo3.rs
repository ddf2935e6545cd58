// A style sheet is read by browsers that are older than it, and written by people who make
// mistakes. So CSS says exactly how much is lost with a mistake: one declaration, up to the
// next semicolon, and nothing else. Make the parser as forgiving as that.

#[derive(Debug, PartialEq)]
enum Value {
    Keyword(String),
    Px(f32),
    Color(u8, u8, u8),
}

#[derive(Debug, PartialEq)]
struct Declaration {
    property: String,
    value: Value,
    important: bool,
}

#[derive(Debug, PartialEq)]
struct Rule {
    selectors: Vec<String>,
    declarations: Vec<Declaration>,
}

/// What stands before the first `stop` and what stands behind it. A `stop` in quotes or in
/// brackets of any kind does not count. If there is none, all stands before it.
fn split(text: &str, stop: char) -> (&str, &str) {
    // TODO: Brackets are counted, but nobody asks how many are open. And a quote is a
    // character like any other here: remember which one is open until it comes again.
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            _ if c == stop => return (&text[..at], &text[at + c.len_utf8()..]),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    (text, "")
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
    }
    kept + rest
}

fn stylesheet(text: &str) -> Vec<Rule> {
    let text = without_comments(text);
    let mut rules = Vec::new();
    let mut rest = text.as_str();
    while !rest.trim().is_empty() {
        let (selectors, behind) = split(rest, '{');
        let (block, behind) = split(behind, '}');
        rules.push(Rule {
            selectors: selectors.split(',').map(|s| s.trim().to_string()).collect(),
            declarations: declarations(block),
        });
        rest = behind;
    }
    rules
}

fn declarations(block: &str) -> Vec<Declaration> {
    let mut found = Vec::new();
    let mut rest = block;
    while !rest.is_empty() {
        // TODO: The first mistake costs all that stands behind it.
        let (text, behind) = split(rest, ';');
        let Some(good) = declaration(text) else {
            break;
        };
        found.push(good);
        rest = behind;
    }
    found
}

/// `None` if it is none, or none that this browser understands.
fn declaration(text: &str) -> Option<Declaration> {
    let (property, value) = text.split_once(':')?;
    let value = value.trim();
    let plain = value.strip_suffix("!important");
    Some(Declaration {
        property: property.trim().to_lowercase(),
        value: parse_value(plain.unwrap_or(value).trim())?,
        important: plain.is_some(),
    })
}

fn parse_value(text: &str) -> Option<Value> {
    if let Some(digits) = text.strip_prefix('#') {
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        return (digits.len() == 6).then_some(Value::Color(red, green, blue));
    }
    if let Some(number) = text.strip_suffix("px") {
        return number.parse().ok().map(Value::Px);
    }
    let is_word = |c: char| c.is_ascii_lowercase() || c == '-';
    (!text.is_empty() && text.chars().all(is_word)).then(|| Value::Keyword(text.to_string()))
}

fn main() {
    for rule in stylesheet("p, li { color: #336699; width 3px; margin: 4px !important }") {
        println!("{rule:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The declarations of a block as `property=value`, with a `!` if they are important.
    fn block(text: &str) -> Vec<String> {
        let show = |d: &Declaration| {
            let value = match &d.value {
                Value::Keyword(word) => word.clone(),
                Value::Px(px) => px.to_string(),
                Value::Color(red, green, blue) => format!("{red},{green},{blue}"),
            };
            format!(
                "{}={value}{}",
                d.property,
                if d.important { "!" } else { "" }
            )
        };
        declarations(text).iter().map(show).collect()
    }

    #[test]
    fn a_rule_has_selectors_and_declarations() {
        let rules = stylesheet("h1, .note { display: block; width: 2.5px } p { color: red }");
        assert_eq!(rules.len(), 2);
        assert_eq!(rules[0].selectors, ["h1", ".note"]);
        assert_eq!(rules[0].declarations.len(), 2);
        assert_eq!(rules[1].selectors, ["p"]);
        let color = Declaration {
            property: "color".to_string(),
            value: Value::Keyword("red".to_string()),
            important: false,
        };
        assert_eq!(rules[1].declarations, [color]);
    }

    #[test]
    fn values_have_types() {
        let text = "Width: 10.5px; color: #0a14ff; display: inline-block";
        assert_eq!(
            block(text),
            ["width=10.5", "color=10,20,255", "display=inline-block"]
        );
    }

    #[test]
    fn an_important_declaration_is_marked() {
        assert_eq!(
            block("width: 1px !important; height: 2px"),
            ["width=1!", "height=2"]
        );
    }

    #[test]
    fn a_declaration_without_a_colon_is_lost_alone() {
        assert_eq!(block("width 1px; height: 2px"), ["height=2"]);
    }

    #[test]
    fn a_value_that_nobody_understands_is_lost_alone() {
        let text = "width: 1px; width: wide(2); color: #12; height: ; margin: 3px";
        assert_eq!(block(text), ["width=1", "margin=3"]);
    }

    #[test]
    fn semicolons_too_many_do_no_harm() {
        assert_eq!(
            block("; width: 1px;; height: 2px; "),
            ["width=1", "height=2"]
        );
        assert!(block("").is_empty());
    }

    #[test]
    fn a_semicolon_in_brackets_ends_nothing() {
        let text = "width: f(1; g[2;] { 3; height: 9px }; 4); margin: 5px";
        assert_eq!(block(text), ["margin=5"]);
        let text = "width: f(g(1); height: 9px; 4); margin: 5px";
        assert_eq!(block(text), ["margin=5"]);
    }

    #[test]
    fn a_semicolon_in_quotes_ends_nothing() {
        assert_eq!(block("content: 'a; width: 1px'; height: 2px"), ["height=2"]);
        assert_eq!(block("content: \"a';b\"; height: 2px"), ["height=2"]);
    }

    #[test]
    fn a_bracket_in_quotes_opens_nothing() {
        assert_eq!(block("content: '('; height: 2px"), ["height=2"]);
    }

    #[test]
    fn a_closing_bracket_too_many_opens_nothing() {
        assert_eq!(block("content: ); height: 2px"), ["height=2"]);
    }

    #[test]
    fn a_brace_in_a_value_does_not_end_the_block() {
        let rules = stylesheet("p { color: {}; width: 1px } b { height: 2px }");
        assert_eq!(rules.len(), 2);
        assert_eq!(rules[0].declarations.len(), 1);
    }

    #[test]
    fn comments_are_not_there() {
        let rules = stylesheet("/* } */ p { /* width: 1px; */ height: 2px } /* end");
        assert_eq!(rules.len(), 1);
        assert_eq!(rules[0].declarations.len(), 1);
    }

    #[test]
    fn the_end_of_the_sheet_closes_the_block() {
        let rules = stylesheet("p { width: 1px; height: 2px");
        assert_eq!(rules[0].declarations.len(), 2);
    }
}
