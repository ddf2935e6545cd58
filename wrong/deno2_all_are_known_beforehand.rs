// A harbour is built of departments: a pilot office, a customs office, a radio. Each one is an
// extension: it brings ops, by name, and things of its own, which lie in one common locker, a single
// thing of each type. An op takes its thing out of the locker by asking for the type. A department
// that needs another one can only move in after it.

use std::any::{Any, TypeId};
use std::collections::HashMap;

/// At most one value of each type. Nobody needs to know all the types beforehand.
#[derive(Default)]
struct OpState {
    values: HashMap<TypeId, Box<dyn Any>>,
}

impl OpState {
    /// Puts a value in; one of the same type that was there before is replaced.
    fn put<T: Any>(&mut self, value: T) {
        self.values.insert(TypeId::of::<T>(), Box::new(value));
    }

    /// The value of this type, if there is one.
    fn get_mut<T: Any>(&mut self) -> Option<&mut T> {
        // The key is the type, so the downcast always succeeds when there is a value.
        let value = self.values.get_mut(&TypeId::of::<T>())?;
        value.downcast_mut()
    }
}

/// A department: its name, those it needs, its ops, and what it puts into the state.
struct Extension {
    name: &'static str,
    deps: &'static [&'static str],
    ops: &'static [(&'static str, Op)],
    init: fn(&mut OpState),
}

type Op = fn(&mut OpState) -> String;

#[derive(Debug, PartialEq)]
enum InstallError {
    Missing(&'static str, &'static str),
    OpTaken(&'static str),
}

#[derive(Default)]
struct Harbour {
    state: OpState,
    installed: Vec<&'static str>,
    ops: HashMap<&'static str, Op>,
}

impl Harbour {
    /// Installs extensions in their order. The first one that does not fit ends it, and nothing
    /// of that one is left behind.
    fn install(&mut self, extensions: &[Extension]) -> Result<(), InstallError> {
        for extension in extensions {
            for dep in extension.deps {
                if !self.installed.contains(dep)
                    && !extensions.iter().any(|other| other.name == *dep)
                {
                    return Err(InstallError::Missing(extension.name, dep));
                }
            }
            // All questions come before the first change: so nothing is left behind.
            for (name, _) in extension.ops {
                if self.ops.contains_key(name) {
                    return Err(InstallError::OpTaken(name));
                }
            }

            self.ops.extend(extension.ops.iter().copied());
            (extension.init)(&mut self.state);
            self.installed.push(extension.name);
        }
        Ok(())
    }

    fn call(&mut self, op: &str) -> Option<String> {
        let op = self.ops.get(op)?;
        Some(op(&mut self.state))
    }
}

/// The things of the two departments.
struct Ships(Vec<&'static str>);
struct Pilots(u32);

const RADIO: Extension = Extension {
    name: "radio",
    deps: &[],
    ops: &[("op_next_ship", |state| {
        let ships = state.get_mut::<Ships>();
        let next = ships.and_then(|ships| ships.0.pop());
        next.unwrap_or("nobody").to_string()
    })],
    init: |state| state.put(Ships(vec!["Freya", "Tern"])),
};

const PILOTS: Extension = Extension {
    name: "pilots",
    deps: &["radio"],
    ops: &[("op_pilot", |state| {
        let Some(pilots) = state.get_mut::<Pilots>() else {
            return "no office".to_string();
        };
        pilots.0 += 1;
        format!("pilot {}", pilots.0)
    })],
    init: |state| state.put(Pilots(0)),
};

fn main() {
    let mut harbour = Harbour::default();
    println!("{:?}", harbour.install(&[PILOTS]));
    println!("{:?}", harbour.install(&[RADIO, PILOTS]));
    for op in ["op_pilot", "op_next_ship", "op_pilot", "op_customs"] {
        println!("{op}: {:?}", harbour.call(op));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_a_place_of_its_own() {
        let mut state = OpState::default();
        state.put(7_u32);
        state.put("seven");
        assert_eq!(state.get_mut::<u32>(), Some(&mut 7));
        assert_eq!(state.get_mut::<&str>(), Some(&mut "seven"));
        assert_eq!(state.get_mut::<u64>(), None);
    }

    #[test]
    fn a_value_can_be_changed_in_its_place() {
        let mut state = OpState::default();
        state.put(Pilots(3));
        state.get_mut::<Pilots>().unwrap().0 += 1;
        assert_eq!(state.get_mut::<Pilots>().unwrap().0, 4);
    }

    #[test]
    fn a_second_value_of_a_type_replaces_the_first() {
        let mut state = OpState::default();
        state.put(1_u32);
        state.put(2_u32);
        assert_eq!(state.get_mut::<u32>(), Some(&mut 2));
    }

    #[test]
    fn ops_of_two_extensions_find_their_own_things() {
        let mut harbour = Harbour::default();
        assert_eq!(harbour.install(&[RADIO, PILOTS]), Ok(()));
        assert_eq!(harbour.call("op_pilot"), Some("pilot 1".to_string()));
        assert_eq!(harbour.call("op_next_ship"), Some("Tern".to_string()));
        assert_eq!(harbour.call("op_pilot"), Some("pilot 2".to_string()));
        assert_eq!(harbour.call("op_customs"), None);
    }

    #[test]
    fn what_is_needed_has_to_be_there_before() {
        let mut harbour = Harbour::default();
        let missing = InstallError::Missing("pilots", "radio");
        assert_eq!(harbour.install(&[PILOTS, RADIO]), Err(missing));
        assert_eq!(harbour.call("op_pilot"), None);
        assert!(harbour.state.get_mut::<Pilots>().is_none());
        assert!(harbour.installed.is_empty());
    }

    #[test]
    fn one_of_two_needs_is_not_enough() {
        let mut harbour = Harbour::default();
        let tugs = Extension {
            name: "tugs",
            deps: &["radio", "pilots"],
            ..RADIO
        };
        let missing = InstallError::Missing("tugs", "pilots");
        assert_eq!(harbour.install(&[RADIO, tugs]), Err(missing));
        assert_eq!(harbour.installed, ["radio"]);
    }

    #[test]
    fn an_op_belongs_to_one_extension() {
        let mut harbour = Harbour::default();
        let second = Extension {
            name: "second radio",
            ops: &[
                ("op_horn", |_| String::new()),
                ("op_next_ship", |_| String::new()),
            ],
            ..RADIO
        };
        assert_eq!(harbour.install(&[RADIO]), Ok(()));
        harbour.state.put(Ships(vec!["Gull"]));
        let taken = InstallError::OpTaken("op_next_ship");
        assert_eq!(harbour.install(&[second]), Err(taken));
        assert_eq!(harbour.call("op_horn"), None);
        assert_eq!(harbour.call("op_next_ship"), Some("Gull".to_string()));
    }

    #[test]
    fn what_was_installed_by_an_earlier_call_counts() {
        let mut harbour = Harbour::default();
        assert_eq!(harbour.install(&[RADIO]), Ok(()));
        assert_eq!(harbour.install(&[PILOTS]), Ok(()));
    }
}
