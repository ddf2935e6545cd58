// A knitting pattern writes a row of stitches, k and p, in a short code: "kkkpp" becomes
// "3k2p". Test encode and decode thoroughly with little text: by a table of cases, by a
// helper, and by going there and back. Something will turn up in decode.

fn encode(row: &str) -> String {
    let mut code = String::new();
    let mut run = String::new();
    for stitch in row.chars() {
        if !run.is_empty() && !run.ends_with(stitch) {
            code += &encode_run(&run);
            run.clear();
        }
        run.push(stitch);
    }
    code + &encode_run(&run)
}

/// The code of equal stitches; nothing for no stitches.
fn encode_run(run: &str) -> String {
    match run.chars().last() {
        Some(stitch) => format!("{}{stitch}", run.len()),
        None => String::new(),
    }
}

/// None for what is no code: each stitch has to have a number from 1 before it.
fn decode(code: &str) -> Option<String> {
    let mut row = String::new();
    let mut count = 0;
    for letter in code.chars() {
        if let Some(digit) = letter.to_digit(10) {
            count = digit;
        } else if count > 0 && (letter == 'k' || letter == 'p') {
            for _ in 0..count {
                row.push(letter);
            }
            count = 0;
        } else {
            return None;
        }
    }
    if count == 0 { Some(row) } else { None }
}

fn main() {
    let code = encode("kkkppkkk");
    println!("{code} is {:?}", decode(&code));
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &[(&str, &str)] = &[
        ("", ""),
        ("k", "1k"),
        ("ppp", "3p"),
        ("kkkpp", "3k2p"),
        ("pkppk", "1p1k2p1k"),
        ("kkkkkkkkkkkkp", "12k1p"),
    ];

    /// Whether a function, handed over by its name, gives the right code for all cases.
    fn fits_the_table(encoder: fn(&str) -> String) -> bool {
        for (row, code) in CASES {
            if encoder(row) != *code {
                return false;
            }
        }
        true
    }

    fn assert_comes_back(row: &str) {
        let code = encode(row);
        assert_eq!(decode(&code), Some(row.to_string()), "by way of {code}");
    }

    #[test]
    fn the_encoder_fits_the_table() {
        assert!(fits_the_table(encode));
    }

    #[test]
    fn the_table_notices_an_encoder_that_counts_no_runs() {
        fn stitch_by_stitch(row: &str) -> String {
            row.replace('k', "1k").replace('p', "1p")
        }
        assert!(!fits_the_table(stitch_by_stitch));
    }

    #[test]
    fn the_table_notices_an_encoder_that_forgets_the_order() {
        fn all_k_before_all_p(row: &str) -> String {
            let knit = row.replace('p', "");
            let purl = row.replace('k', "");
            encode_run(&knit) + &encode_run(&purl)
        }
        assert!(!fits_the_table(all_k_before_all_p));
    }

    #[test]
    fn the_table_notices_an_encoder_that_stops_at_nine() {
        fn nine_stitches(row: &str) -> String {
            encode(row.get(..9).unwrap_or(row))
        }
        assert!(!fits_the_table(nine_stitches));
    }

    #[test]
    fn all_cases_come_back() {
        for (row, _) in CASES {
            assert_comes_back(row);
        }
    }

    #[test]
    fn runs_of_all_lengths_come_back() {
        for length in 1..=120 {
            assert_comes_back(&"k".repeat(length));
            assert_comes_back(&("p".repeat(length) + "kp"));
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["k", "3", "2k3", "0p", "2x", "1ak", "-1k", "2 k", "2kp"] {
            assert_eq!(decode(text), None, "for {text:?}");
        }
    }
}
