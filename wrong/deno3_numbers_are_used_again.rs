// Visitors of a museum leave coats and umbrellas at the cloakroom and walk on with a numbered token.
// A script holds files and sockets in the same way: the resource itself stays in the runtime, and
// the script has its number, the rid. Whoever shows a number gets that thing and no other, of the
// kind that was asked for. A number that was given back is never used again: an old token opens
// nothing.

use std::any::Any;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Something that the runtime keeps for the script.
trait Resource: Any {
    fn name(&self) -> &str;

    /// Called when the script closes the resource. Somebody else may still hold it.
    fn close(&self) {}
}

#[derive(Debug, PartialEq)]
enum ResourceError {
    BadResourceId,
}

type Rid = u32;

#[derive(Default)]
struct ResourceTable {
    index: BTreeMap<Rid, Rc<dyn Resource>>,
    next: Rid,
}

impl ResourceTable {
    /// Takes a resource in and returns its number.
    fn add(&mut self, resource: impl Resource) -> Rid {
        // Counting up for ever is the whole trick: no number can mean two things.
        let rid = (0..).find(|rid| !self.index.contains_key(rid)).unwrap();
        self.next += 1;

        self.index.insert(rid, Rc::new(resource));
        rid
    }

    /// The resource with this number, if it is of type `T`. The table keeps it as well.
    fn get<T: Resource>(&self, rid: Rid) -> Result<Rc<T>, ResourceError> {
        let resource = self.index.get(&rid).ok_or(ResourceError::BadResourceId)?;
        // `Resource: Any` lets the clone become an `Rc<dyn Any>`, and that one knows its type.
        let any: Rc<dyn Any> = Rc::<dyn Resource>::clone(resource);
        any.downcast().map_err(|_| ResourceError::BadResourceId)
    }

    /// Removes the resource with this number, whatever it is, and closes it.
    fn close(&mut self, rid: Rid) -> Result<(), ResourceError> {
        let resource = self.index.remove(&rid);
        // Dropping would not do: an op that is under way may hold another `Rc`.
        resource.ok_or(ResourceError::BadResourceId)?.close();
        Ok(())
    }

    /// All numbers with what they stand for.
    fn names(&self) -> Vec<(Rid, &str)> {
        let entries = self.index.iter();
        entries.map(|(rid, it)| (*rid, it.name())).collect()
    }
}

struct Coat {
    colour: String,
}

impl Resource for Coat {
    fn name(&self) -> &str {
        &self.colour
    }
}

/// Drips until it is closed.
struct Umbrella {
    drips: std::cell::Cell<bool>,
}

impl Resource for Umbrella {
    fn name(&self) -> &str {
        "umbrella"
    }

    fn close(&self) {
        self.drips.set(false);
    }
}

fn main() {
    let mut cloakroom = ResourceTable::default();
    let coat = cloakroom.add(Coat {
        colour: "green".to_string(),
    });
    let umbrella = cloakroom.add(Umbrella { drips: true.into() });
    println!("{:?}", cloakroom.names());
    println!(
        "{:?}",
        cloakroom.get::<Coat>(coat).map(|it| it.colour.clone())
    );
    println!(
        "{:?}",
        cloakroom.get::<Umbrella>(coat).map(|it| it.drips.get())
    );
    println!("{:?}", cloakroom.close(umbrella));
    println!("{:?}", cloakroom.close(umbrella));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coat(colour: &str) -> Coat {
        Coat {
            colour: colour.to_string(),
        }
    }

    fn umbrella() -> Umbrella {
        Umbrella { drips: true.into() }
    }

    #[test]
    fn numbers_count_up_from_zero() {
        let mut cloakroom = ResourceTable::default();
        assert_eq!(cloakroom.add(coat("red")), 0);
        assert_eq!(cloakroom.add(umbrella()), 1);
        assert_eq!(cloakroom.names(), [(0, "red"), (1, "umbrella")]);
    }

    #[test]
    fn a_number_gives_its_own_resource() {
        let mut cloakroom = ResourceTable::default();
        let red = cloakroom.add(coat("red"));
        let blue = cloakroom.add(coat("blue"));
        assert_eq!(cloakroom.get::<Coat>(red).unwrap().colour, "red");
        assert_eq!(cloakroom.get::<Coat>(blue).unwrap().colour, "blue");
        assert_eq!(cloakroom.get::<Coat>(blue).unwrap().colour, "blue");
    }

    #[test]
    fn another_kind_is_a_bad_number() {
        let mut cloakroom = ResourceTable::default();
        let rid = cloakroom.add(coat("red"));
        let wrong = cloakroom.get::<Umbrella>(rid).map(|_| ());
        assert_eq!(wrong, Err(ResourceError::BadResourceId));
        assert!(cloakroom.get::<Coat>(rid).is_ok());
    }

    #[test]
    fn an_unknown_number_is_bad() {
        let mut cloakroom = ResourceTable::default();
        let unknown = cloakroom.get::<Coat>(0).map(|_| ());
        assert_eq!(unknown, Err(ResourceError::BadResourceId));
        assert_eq!(cloakroom.close(3), Err(ResourceError::BadResourceId));
    }

    #[test]
    fn what_is_closed_is_gone() {
        let mut cloakroom = ResourceTable::default();
        let rid = cloakroom.add(coat("red"));
        assert_eq!(cloakroom.close(rid), Ok(()));
        assert!(cloakroom.get::<Coat>(rid).is_err());
        assert_eq!(cloakroom.close(rid), Err(ResourceError::BadResourceId));
    }

    #[test]
    fn an_old_number_opens_nothing() {
        let mut cloakroom = ResourceTable::default();
        let old = cloakroom.add(coat("red"));
        let other = cloakroom.add(umbrella());
        cloakroom.close(old).unwrap();
        let new = cloakroom.add(coat("blue"));
        assert_eq!((old, other, new), (0, 1, 2));
        assert!(cloakroom.get::<Coat>(old).is_err());
        assert!(cloakroom.get::<Umbrella>(other).is_ok());
    }

    #[test]
    fn whoever_holds_a_resource_sees_it_closed() {
        let mut cloakroom = ResourceTable::default();
        let rid = cloakroom.add(umbrella());
        let held = cloakroom.get::<Umbrella>(rid).unwrap();
        cloakroom.close(rid).unwrap();
        assert!(!held.drips.get());
        assert_eq!(Rc::strong_count(&held), 1);
    }
}
