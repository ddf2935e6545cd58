// A birthday joke: the present is wrapped, the parcel is wrapped again in another
// paper, and so on. A parcel may have any number of layers. Count them, take one off,
// and say what lies at the very bottom.

#[derive(Debug, PartialEq)]
enum Parcel {
    Present(String),
    Wrapped { paper: String, inside: Box<Parcel> },
}

impl Parcel {
    fn present(name: &str) -> Self {
        Self::Present(name.to_string())
    }

    fn wrap(self, paper: &str) -> Self {
        let inside = Box::new(self);
        Self::Wrapped {
            paper: paper.to_string(),
            inside,
        }
    }

    fn unwrap_once(self) -> Self {
        match self {
            Self::Wrapped { inside, .. } => *inside,
            bare => bare,
        }
    }

    fn layers(&self) -> usize {
        match self {
            Self::Present(_) => 0,
            Self::Wrapped { inside, .. } => inside.layers() + 1,
        }
    }

    fn surprise(&self) -> &str {
        match self {
            Self::Present(name) => name,
            Self::Wrapped { paper, .. } => paper,
        }
    }
}

fn main() {
    let parcel = Parcel::present("kite").wrap("newspaper").wrap("red foil");
    println!("{} layers around a {}", parcel.layers(), parcel.surprise());
    println!("then {:?}", parcel.unwrap_once());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paper_is_a_layer() {
        assert_eq!(Parcel::present("kite").layers(), 0);
        let parcel = Parcel::present("kite")
            .wrap("blue")
            .wrap("red")
            .wrap("blue");
        assert_eq!(parcel.layers(), 3);
    }

    #[test]
    fn the_surprise_lies_under_all_layers() {
        let parcel = Parcel::present("harmonica").wrap("blue").wrap("red");
        assert_eq!(parcel.surprise(), "harmonica");
    }

    #[test]
    fn the_last_paper_comes_off_first() {
        let parcel = Parcel::present("kite").wrap("blue").wrap("red");
        assert_eq!(parcel.unwrap_once(), Parcel::present("kite").wrap("blue"));
    }

    #[test]
    fn a_bare_present_cannot_be_unwrapped_further() {
        assert_eq!(
            Parcel::present("kite").unwrap_once(),
            Parcel::present("kite")
        );
    }
}
