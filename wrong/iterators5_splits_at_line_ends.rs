// A traveller hands in a customs declaration, a text with one line per item:
// "cheese=12". The office turns it into a list, or into the message about the first
// bad line; from the list it makes a table to look values up in, and a receipt.

use std::collections::HashMap;

/// One line, for example "cheese=12", as goods and value.
fn item(line: &str) -> Result<(String, u32), String> {
    let (goods, value) = line.split_once('=').ok_or(format!("no value: {line}"))?;
    let value = value.parse().map_err(|_| format!("bad value: {line}"))?;
    Ok((goods.to_string(), value))
}

fn declaration(text: &str) -> Result<Vec<(String, u32)>, String> {
    text.split('\n').map(item).collect()
}

/// The value of all goods by name. Of goods declared twice, the later value holds.
fn table(items: &[(String, u32)]) -> HashMap<&str, u32> {
    items
        .iter()
        .map(|(goods, value)| (goods.as_str(), *value))
        .collect()
}

/// One line for each item, as in "cheese: 12 francs".
fn receipt(items: &[(String, u32)]) -> String {
    let lines = items
        .iter()
        .map(|(goods, value)| format!("{goods}: {value} francs\n"));
    lines.collect()
}

fn main() {
    match declaration("cheese=12\nclock=80") {
        Ok(items) => {
            print!("{}", receipt(&items));
            println!("clock: {:?}", table(&items).get("clock"));
        }
        Err(message) => println!("{message}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(list: &[(&str, u32)]) -> Vec<(String, u32)> {
        let mut items = Vec::new();
        for (goods, value) in list {
            items.push((goods.to_string(), *value));
        }
        items
    }

    #[test]
    fn a_good_declaration_is_a_list_in_order() {
        let expected = items(&[("wine", 30), ("cheese", 12)]);
        assert_eq!(declaration("wine=30\ncheese=12"), Ok(expected));
    }

    #[test]
    fn an_empty_declaration_is_an_empty_list() {
        assert_eq!(declaration(""), Ok(vec![]));
    }

    #[test]
    fn a_bad_line_spoils_the_declaration() {
        assert_eq!(
            declaration("wine=30\nclock"),
            Err("no value: clock".to_string())
        );
    }

    #[test]
    fn the_first_bad_line_is_reported() {
        assert_eq!(
            declaration("wine=x\nclock\ntea=4"),
            Err("bad value: wine=x".to_string())
        );
    }

    #[test]
    fn goods_are_found_by_name() {
        let items = items(&[("wine", 30), ("cheese", 12)]);
        let table = table(&items);
        assert_eq!(table.len(), 2);
        assert_eq!(table.get("cheese"), Some(&12));
    }

    #[test]
    fn of_goods_declared_twice_the_later_value_holds() {
        let items = items(&[("tea", 4), ("wine", 30), ("tea", 9)]);
        assert_eq!(table(&items).get("tea"), Some(&9));
    }

    #[test]
    fn a_receipt_has_one_line_per_item() {
        let items = items(&[("tea", 4), ("wine", 30)]);
        assert_eq!(receipt(&items), "tea: 4 francs\nwine: 30 francs\n");
    }
}
