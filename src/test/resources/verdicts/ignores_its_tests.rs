//@ tampered: its tests did not run: all of them are ignored
fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    #[ignore = "later ... on"]
    fn skipped() {}
}
