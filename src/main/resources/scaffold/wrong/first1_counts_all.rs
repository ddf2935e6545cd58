// A librarian wants to know how many shelves are full.
// A shelf is full when its books take all of its places.

fn full_shelves(books: &[u32], places: u32) -> u32 {
    let mut full = 0;
    for &count in books {
        if count <= places {
            full += 1;
        }
    }
    full
}

fn main() {
    println!("Full shelves: {}", full_shelves(&[12, 30, 7, 30, 5], 30));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_full_shelves_count() {
        assert_eq!(full_shelves(&[12, 30, 7, 30, 5], 30), 2);
    }
}
