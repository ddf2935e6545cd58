// Trams leave the depot at dawn.

fn trams() -> u32 {
    // TODO: There are seven.
    0
}

fn main() {
    println!("{}", trams());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trams_leave() {
        assert_ne!(trams(), 0);
    }
}
