// A configuration is read in layers: the defaults, the files that a file imports, the file itself.
// Each layer replaces values of those before. And it is written by people: a value of the wrong
// type or an unknown key must not cost them all other settings; it is reported, and the default
// remains. Write how layers are merged, how imports are followed, and what a mistake costs.

use std::collections::BTreeMap;

type Table = BTreeMap<String, Value>;

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Number(u32),
    Text(String),
    List(Vec<Value>),
    Table(Table),
}

/// Tables are merged key by key, lists are joined, and all else is replaced.
fn merge(base: Value, replacement: Value) -> Value {
    match (base, replacement) {
        (Value::Table(mut base), Value::Table(replacement)) => {
            for (key, value) in replacement {
                let merged = match base.remove(&key) {
                    Some(before) => merge(before, value),
                    None => value,
                };
                base.insert(key, merged);
            }
            Value::Table(base)
        }
        (Value::List(base), Value::List(replacement)) => Value::List([base, replacement].concat()),
        (_, replacement) => replacement,
    }
}

/// The files of this exercise: names and texts.
type Files<'a> = [(&'a str, &'a str)];

/// Reads a file with all that it imports; imports may import `depth` levels deep.
fn load(files: &Files, name: &str, depth: u32, warnings: &mut Vec<String>) -> Value {
    let Some((_, text)) = files.iter().find(|file| file.0 == name) else {
        warnings.push(format!("{name}: no such file"));
        return Value::Table(Table::new());
    };
    let own = parse(text);
    let imports = match own.get("import") {
        Some(Value::List(imports)) => imports.clone(),
        _ => Vec::new(),
    };

    if depth == 0 && !imports.is_empty() {
        warnings.push(format!("{name}: too many levels of imports"));
        return Value::Table(own);
    }
    let mut merged = Value::Table(Table::new());
    for import in imports {
        if let Value::Text(import) = import {
            merged = merge(load(files, &import, depth - 1, warnings), merged);
        }
    }
    // The file itself comes last, so it has the last word.
    merge(merged, Value::Table(own))
}

/// Lines such as `size = 12`, `shell = "fish"`, `import = ["a", "b"]` and `[section]`.
fn parse(text: &str) -> Table {
    let mut root = Table::new();
    let mut section = String::new();
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']').to_string();
        } else if let Some((key, value)) = line.split_once(" = ") {
            let (key, value) = (key.to_string(), parse_value(value));
            if section.is_empty() {
                root.insert(key, value);
                continue;
            }
            let empty = Value::Table(Table::new());
            if let Value::Table(keys) = root.entry(section.clone()).or_insert(empty) {
                keys.insert(key, value);
            }
        }
    }
    root
}

fn parse_value(text: &str) -> Value {
    let unquoted = |text: &str| Value::Text(text.trim_matches('"').to_string());
    if let Some(list) = text.strip_prefix('[') {
        let list = list.trim_end_matches(']').split(", ");
        return Value::List(list.map(unquoted).collect());
    }
    text.parse().map_or_else(|_| unquoted(text), Value::Number)
}

#[derive(Debug, PartialEq)]
struct Config {
    font_size: u32,
    shell: String,
    history: u32,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            font_size: 11,
            shell: String::from("sh"),
            history: 10_000,
        }
    }
}

impl Config {
    fn read(settings: &Table, warnings: &mut Vec<String>) -> Config {
        let mut config = Config::default();
        for (section, keys) in settings {
            if section == "import" {
                continue;
            }
            let Value::Table(keys) = keys else {
                warnings.push(format!("{section}: not a section"));
                continue;
            };
            for (key, value) in keys {
                config.set(&format!("{section}.{key}"), value, warnings);
            }
        }
        config
    }

    fn set(&mut self, key: &str, value: &Value, warnings: &mut Vec<String>) {
        match (key, value) {
            ("font.size", Value::Number(size)) => self.font_size = *size,
            ("shell.program", Value::Text(shell)) => self.shell = shell.clone(),
            ("scrolling.history", Value::Number(lines)) => self.history = *lines,
            // The key is known, so it must be the value.
            ("font.size" | "shell.program" | "scrolling.history", _) => {
                warnings.push(format!("{key}: wrong type"));
            }
            _ => warnings.push(format!("{key}: unknown")),
        }
    }
}

/// What comes of the file `main`, and the warnings.
fn configure(files: &Files) -> (Config, Vec<String>) {
    let mut warnings = Vec::new();
    let Value::Table(settings) = load(files, "main", 3, &mut warnings) else {
        return (Config::default(), warnings);
    };
    let config = Config::read(&settings, &mut warnings);
    (config, warnings)
}

fn main() {
    let theme = "[font]\nsize = 14\n[shell]\nprogram = \"fish\"";
    let main = "import = [\"theme\"]\n[font]\nsize = 9";
    println!("{:#?}", configure(&[("main", main), ("theme", theme)]));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_string())
    }

    fn table(entries: &[(&str, Value)]) -> Value {
        let owned = |(key, value): &(&str, Value)| (key.to_string(), value.clone());
        Value::Table(entries.iter().map(owned).collect())
    }

    fn config(font_size: u32, shell: &str, history: u32) -> Config {
        Config {
            font_size,
            shell: shell.to_string(),
            history,
        }
    }

    #[test]
    fn a_value_is_replaced() {
        assert_eq!(merge(text("bash"), text("fish")), text("fish"));
        let list = Value::List(vec![text("a")]);
        assert_eq!(merge(list.clone(), text("b")), text("b"));
        assert_eq!(merge(text("b"), list.clone()), list);
    }

    #[test]
    fn tables_keep_what_the_other_does_not_mention() {
        let base = table(&[("size", Value::Number(9)), ("family", text("Mono"))]);
        let replacement = table(&[("size", Value::Number(14)), ("style", text("Bold"))]);
        let expected = table(&[
            ("family", text("Mono")),
            ("size", Value::Number(14)),
            ("style", text("Bold")),
        ]);
        assert_eq!(merge(base, replacement), expected);
    }

    #[test]
    fn tables_in_tables_are_merged_as_well() {
        let base = table(&[("font", table(&[("size", Value::Number(9))]))]);
        let replacement = table(&[("font", table(&[("family", text("Mono"))]))]);
        let font = table(&[("family", text("Mono")), ("size", Value::Number(9))]);
        assert_eq!(merge(base, replacement), table(&[("font", font)]));
    }

    #[test]
    fn lists_are_joined() {
        let base = Value::List(vec![text("a"), text("b")]);
        let more = Value::List(vec![text("c")]);
        let all = Value::List(vec![text("a"), text("b"), text("c")]);
        assert_eq!(merge(base, more), all);
    }

    #[test]
    fn a_file_changes_what_it_mentions() {
        let main = "[font]\nsize = 9\n\n[scrolling]\nhistory = 500";
        let (config_read, warnings) = configure(&[("main", main)]);
        assert_eq!(config_read, config(9, "sh", 500));
        assert!(warnings.is_empty());
    }

    #[test]
    fn the_file_has_priority_over_its_imports() {
        let main = "import = [\"theme\"]\n[font]\nsize = 9";
        let theme = "[font]\nsize = 14\n[shell]\nprogram = \"fish\"";
        let (config_read, warnings) = configure(&[("main", main), ("theme", theme)]);
        assert_eq!(config_read, config(9, "fish", 10_000));
        assert!(warnings.is_empty());
    }

    #[test]
    fn later_imports_have_priority_over_earlier_ones() {
        let files = [
            ("main", "import = [\"one\", \"two\"]"),
            ("one", "[font]\nsize = 1"),
            ("two", "[font]\nsize = 2"),
        ];
        assert_eq!(configure(&files).0.font_size, 2);
    }

    #[test]
    fn imports_may_import() {
        let files = [
            ("main", "import = [\"a\"]"),
            ("a", "import = [\"b\"]"),
            ("b", "import = [\"c\"]"),
            ("c", "[font]\nsize = 3"),
        ];
        assert_eq!(configure(&files), (config(3, "sh", 10_000), vec![]));
    }

    #[test]
    fn a_circle_of_imports_comes_to_an_end() {
        let files = [
            ("main", "import = [\"a\"]\n[font]\nsize = 9"),
            ("a", "import = [\"main\"]\n[shell]\nprogram = \"fish\""),
        ];
        let (config_read, warnings) = configure(&files);
        assert_eq!(config_read, config(9, "fish", 10_000));
        assert_eq!(warnings, ["a: too many levels of imports"]);
    }

    #[test]
    fn a_file_that_may_not_import_still_counts() {
        let files = [
            ("main", "import = [\"a\"]"),
            ("a", "import = [\"b\"]"),
            ("b", "import = [\"c\"]"),
            ("c", "import = [\"d\"]\n[font]\nsize = 3"),
            ("d", "[font]\nsize = 4"),
        ];
        let (config_read, warnings) = configure(&files);
        assert_eq!(config_read.font_size, 3);
        assert_eq!(warnings, ["c: too many levels of imports"]);
    }

    #[test]
    fn a_missing_import_is_only_a_warning() {
        let main = "import = [\"gone\"]\n[font]\nsize = 9";
        let (config_read, warnings) = configure(&[("main", main)]);
        assert_eq!(config_read.font_size, 9);
        assert_eq!(warnings, ["gone: no such file"]);
    }

    #[test]
    fn a_wrong_value_costs_only_itself() {
        let main = "[font]\nsize = \"large\"\n[shell]\nprogram = \"fish\"";
        let (config_read, warnings) = configure(&[("main", main)]);
        assert_eq!(config_read, config(11, "fish", 10_000));
        assert_eq!(warnings, ["font.size: wrong type"]);
    }

    #[test]
    fn an_unknown_key_costs_nothing() {
        let main = "[font]\ncolour = \"red\"\nsize = 9";
        let (config_read, warnings) = configure(&[("main", main)]);
        assert_eq!(config_read, config(9, "sh", 10_000));
        assert_eq!(warnings, ["font.colour: unknown"]);
    }

    #[test]
    fn all_mistakes_are_reported() {
        let main = "font = 9\n[shell]\nprogram = 7\n[scrolling]\nhistory = \"\"";
        let (config_read, warnings) = configure(&[("main", main)]);
        assert_eq!(config_read, Config::default());
        let expected = [
            "font: not a section",
            "scrolling.history: wrong type",
            "shell.program: wrong type",
        ];
        assert_eq!(warnings, expected);
    }
}
