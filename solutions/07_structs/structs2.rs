// A typing office keeps one page layout as its standard. All other layouts are that
// page, or a customer's page, with a few settings changed. Whoever describes such a
// layout should write down the changes only and take everything else from the page
// that it is based on.

struct Layout {
    columns: u32,
    margin: u32,
    lines: u32,
    spacing: u32,
    red_ribbon: bool,
}

fn standard() -> Layout {
    Layout {
        columns: 72,
        margin: 6,
        lines: 54,
        spacing: 1,
        red_ribbon: false,
    }
}

// A draft is the standard page with every second line left free for corrections.
fn draft() -> Layout {
    // `..` stands last and without a comma: it fills the fields not named above.
    Layout {
        spacing: 2,
        ..standard()
    }
}

// A reminder looks like the letter that it follows, but is typed in red.
fn reminder(letter: Layout) -> Layout {
    // Any value of the same type may be the base. To change the letter itself is the other
    // good way: `mut letter: Layout` in the head, `letter.red_ribbon = true;`, then `letter`.
    Layout {
        red_ribbon: true,
        ..letter
    }
}

fn letters_per_page(page: &Layout) -> u32 {
    (page.columns - 2 * page.margin) * (page.lines / page.spacing)
}

fn main() {
    let page = draft();
    println!("A draft page takes {} letters.", letters_per_page(&page));
    let second = reminder(page);
    println!("Red ribbon: {}", second.red_ribbon);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn postcard() -> Layout {
        Layout {
            columns: 40,
            margin: 3,
            lines: 20,
            spacing: 1,
            red_ribbon: false,
        }
    }

    #[test]
    fn a_draft_has_half_of_the_standard_lines() {
        assert_eq!(letters_per_page(&standard()), 3_240);
        assert_eq!(letters_per_page(&draft()), 1_620);
    }

    #[test]
    fn a_draft_is_typed_in_black() {
        assert!(!standard().red_ribbon);
        assert!(!draft().red_ribbon);
    }

    #[test]
    fn a_reminder_is_typed_in_red() {
        assert!(reminder(standard()).red_ribbon);
    }

    #[test]
    fn a_reminder_keeps_the_page_of_its_letter() {
        assert_eq!(letters_per_page(&reminder(postcard())), 680);
        assert_eq!(reminder(draft()).spacing, 2);
    }
}
