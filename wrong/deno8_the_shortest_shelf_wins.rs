// A family cookbook on the web is full of references: `./sauce` is on the same shelf, `../cakes/tart`
// one shelf up, `https://…` somewhere else, and `butter` is a nickname that only the glossary explains. The
// glossary is an import map. A nickname that ends with `/` stands for a whole shelf, the longest one
// that fits wins, and a chapter may have a glossary of its own, a scope.

use std::collections::BTreeMap;

/// Nicknames, or parts of addresses, and what they stand for. `None` blocks one.
type Glossary = BTreeMap<String, Option<String>>;

#[derive(Default)]
struct ImportMap {
    imports: Glossary,
    /// The glossary of a page, or, with a `/` at the end, of all pages under it.
    scopes: BTreeMap<String, Glossary>,
}

#[derive(Debug, PartialEq)]
enum ResolveError {
    /// Neither an address nor in the glossary.
    Bare(String),
    Blocked(String),
    /// It leads out of the shelf that it was looked up in.
    Backtracks(String),
}

/// The address a path stands for, as seen from a page: `https://host/a/b` and `../c`.
fn join(base: &str, path: &str) -> String {
    let host = base.find("://").map_or(0, |place| place + 3);
    let host_end = base[host..].find('/').map_or(base.len(), |n| host + n);
    let mut parts: Vec<&str> = Vec::new();
    if !path.starts_with('/') {
        parts.extend(base[host_end..].split('/').skip(1));
        parts.pop();
    }
    for part in path.trim_start_matches('/').split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    format!("{}/{}", &base[..host_end], parts.join("/"))
}

/// The address, if the specifier is one: complete, or relative to `base`.
fn as_url(specifier: &str, base: &str) -> Option<String> {
    let complete = specifier.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric())
    });
    if complete {
        Some(specifier.to_string())
    } else {
        let mut starts = ["/", "./", "../"].iter();
        let is_path = starts.any(|start| specifier.starts_with(start));
        is_path.then(|| join(base, specifier))
    }
}

/// What a glossary says. An entry that fits as a whole comes first, then the longest shelf.
fn look_up(glossary: &Glossary, specifier: &str) -> Result<Option<String>, ResolveError> {
    let blocked = || ResolveError::Blocked(specifier.to_string());
    if let Some(address) = glossary.get(specifier) {
        return address.clone().map(Some).ok_or_else(blocked);
    }
    // All keys that fit begin alike, so the last of them in the order of the map is the longest.
    // `filter` and `max_by_key` with the length would say the same.
    let fits = |key: &str| key.ends_with('/') && specifier.starts_with(key);
    let shelf = glossary.iter().find(|(key, _)| fits(key));

    let Some((key, address)) = shelf else {
        return Ok(None);
    };
    let address = address.as_ref().ok_or_else(blocked)?;
    let url = join(address, &specifier[key.len()..]);
    if !url.starts_with(address) {
        return Err(ResolveError::Backtracks(specifier.to_string()));
    }
    Ok(Some(url))
}

/// The address a specifier stands for on the page `referrer`.
fn resolve(map: &ImportMap, specifier: &str, referrer: &str) -> Result<String, ResolveError> {
    let url = as_url(specifier, referrer);
    let normalized = url.as_deref().unwrap_or(specifier);
    // Backwards: of all scopes that fit, the longest comes first.
    for (scope, glossary) in map.scopes.iter().rev() {
        let fits = scope == referrer || scope.ends_with('/') && referrer.starts_with(scope);

        if fits && let Some(address) = look_up(glossary, normalized)? {
            return Ok(address);
        }
    }
    let address = look_up(&map.imports, normalized)?.or(url);
    address.ok_or_else(|| ResolveError::Bare(specifier.to_string()))
}

fn main() {
    let mut map = ImportMap::default();
    let dairy = "https://dairy.example/pure/".to_string();
    map.imports.insert("dairy/".to_string(), Some(dairy));
    let page = "https://cook.example/soups/leek";
    for specifier in [
        "./sauce",
        "../cakes/tart",
        "npm:salt@1",
        "dairy/butter",
        "butter",
    ] {
        println!("{specifier}: {:?}", resolve(&map, specifier, page));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://cook.example/soups/leek";

    fn glossary(entries: &[(&str, &str)]) -> Glossary {
        let entry = |&(key, address): &(&str, &str)| {
            let address = (!address.is_empty()).then(|| address.to_string());
            (key.to_string(), address)
        };
        entries.iter().map(entry).collect()
    }

    fn with(entries: &[(&str, &str)], specifier: &str) -> Result<String, ResolveError> {
        let map = ImportMap {
            imports: glossary(entries),
            ..ImportMap::default()
        };
        resolve(&map, specifier, PAGE)
    }

    fn url(text: &str) -> Result<String, ResolveError> {
        Ok(text.to_string())
    }

    #[test]
    fn paths_are_seen_from_the_page() {
        assert_eq!(
            with(&[], "./sauce"),
            url("https://cook.example/soups/sauce")
        );
        assert_eq!(
            with(&[], "../cakes/tart"),
            url("https://cook.example/cakes/tart")
        );
        assert_eq!(with(&[], "/index"), url("https://cook.example/index"));
        assert_eq!(with(&[], "../../../up"), url("https://cook.example/up"));
    }

    #[test]
    fn a_complete_address_stays_as_it_is() {
        for address in [
            "https://dairy.example/butter",
            "npm:salt@1",
            "jsr:@herbs/thyme",
            "node:fs",
        ] {
            assert_eq!(with(&[], address), url(address));
        }
    }

    #[test]
    fn a_nickname_without_a_glossary_is_an_error() {
        for nickname in [
            "butter",
            "soups/leek",
            ".hidden",
            "..",
            "@herbs/thyme",
            "1:2",
        ] {
            let bare = ResolveError::Bare(nickname.to_string());
            assert_eq!(with(&[], nickname), Err(bare));
        }
    }

    #[test]
    fn a_nickname_is_replaced_as_a_whole() {
        let entries = [("butter", "https://dairy.example/butter")];
        assert_eq!(
            with(&entries, "butter"),
            url("https://dairy.example/butter")
        );
        assert!(with(&entries, "butter/salted").is_err());
        assert!(with(&entries, "buttermilk").is_err());
    }

    #[test]
    fn the_longest_shelf_wins_and_the_whole_name_before_it() {
        let entries = [
            ("a", "https://a.example/1"),
            ("a/", "https://a.example/2/"),
            ("a/b", "https://a.example/3"),
            ("a/b/", "https://a.example/4/"),
        ];
        assert_eq!(with(&entries, "a"), url("https://a.example/1"));
        assert_eq!(with(&entries, "a/x"), url("https://a.example/2/x"));
        assert_eq!(with(&entries, "a/b"), url("https://a.example/3"));
        assert_eq!(with(&entries, "a/b/c"), url("https://a.example/4/c"));
        assert_eq!(with(&entries, "a/bc"), url("https://a.example/2/bc"));
    }

    #[test]
    fn addresses_can_be_in_the_glossary_too() {
        let entries = [
            (
                "https://cook.example/soups/sauce",
                "https://b.example/gravy",
            ),
            ("https://cook.example/cakes/", "https://b.example/pies/"),
        ];
        assert_eq!(with(&entries, "./sauce"), url("https://b.example/gravy"));
        assert_eq!(
            with(&entries, "../cakes/tart"),
            url("https://b.example/pies/tart")
        );
    }

    #[test]
    fn nobody_climbs_out_of_a_shelf() {
        let entries = [("a/", "https://a.example/shelf/")];
        let out = ResolveError::Backtracks("a/../key".to_string());
        assert_eq!(with(&entries, "a/../key"), Err(out));
        assert_eq!(with(&entries, "a/b/../c"), url("https://a.example/shelf/c"));
    }

    #[test]
    fn what_is_blocked_stays_blocked() {
        let entries = [("a/", "https://a.example/1/"), ("a/b/", ""), ("c", "")];
        let blocked = |specifier: &str| Err(ResolveError::Blocked(specifier.to_string()));
        assert_eq!(with(&entries, "a/b/c"), blocked("a/b/c"));
        assert_eq!(with(&entries, "c"), blocked("c"));
        assert_eq!(with(&entries, "a/c"), url("https://a.example/1/c"));
    }

    #[test]
    fn the_nearest_scope_comes_first_and_the_glossary_of_all_last() {
        let map = ImportMap {
            imports: glossary(&[("a", "x:1"), ("b", "x:1"), ("c", "x:1"), ("d", "x:1")]),
            scopes: BTreeMap::from([
                (PAGE.to_string(), glossary(&[("a", "x:4")])),
                (
                    "https://cook.example/soups/".to_string(),
                    glossary(&[("a", "x:3"), ("b", "x:3")]),
                ),
                (
                    "https://cook.example/".to_string(),
                    glossary(&[("b", "x:2"), ("c", "x:2")]),
                ),
                (
                    "https://cook.example/soups/l".to_string(),
                    glossary(&[("d", "x:9")]),
                ),
                (
                    "https://cook.example/stews/".to_string(),
                    glossary(&[("d", "x:9")]),
                ),
            ]),
        };
        let found = ["a", "b", "c", "d"].map(|it| resolve(&map, it, PAGE).unwrap());
        assert_eq!(found, ["x:4", "x:3", "x:2", "x:1"]);
    }
}
