// A puppet never leaves its stage. Whatever it wants from the world behind the curtain, light,
// thunder, a change of scenery, it asks for by a number, and the hands behind the curtain do it. Such
// a service is an op, and the op table knows them all. The names are looked up once, before the play;
// during the play only numbers are called, and a wrong call must not bring the theatre down.

use std::collections::HashMap;

/// What the hands behind the curtain work with.
#[derive(Debug, Default, PartialEq)]
struct Stage {
    light: u32,
    heard: Vec<String>,
}

#[derive(Debug, PartialEq)]
enum OpError {
    NameTaken(&'static str),
    UnknownName(String),
    UnknownId(usize),
    WrongCount { expected: usize, found: usize },
    BadArgument(String),
}

type OpId = usize;

/// An op: a name, the number of its arguments, and the function that does the work.
struct OpDecl {
    name: &'static str,
    args: usize,
    call: fn(&mut Stage, &[&str]) -> Result<String, OpError>,
}

const LIGHT: OpDecl = OpDecl {
    name: "op_light",
    args: 1,
    call: |stage, args| {
        let light = args[0].parse();
        stage.light = light.map_err(|_| OpError::BadArgument(args[0].to_string()))?;
        Ok(format!("{} lamps", stage.light))
    },
};

const NOISE: OpDecl = OpDecl {
    name: "op_noise",
    args: 2,
    call: |stage, args| {
        stage.heard.push(format!("{} {}", args[0], args[1]));
        Ok(String::new())
    },
};

#[derive(Default)]
struct OpTable {
    ops: Vec<OpDecl>,
    ids: HashMap<&'static str, OpId>,
}

impl OpTable {
    /// Adds an op and returns its id, which is its place in the table. A name is given only once.
    fn add(&mut self, op: OpDecl) -> Result<OpId, OpError> {
        // Asked before anything is changed. An `Entry` of the map would do as well.
        if self.ids.contains_key(op.name) {
            return Err(OpError::NameTaken(op.name));
        }
        let id = self.ops.len();
        self.ids.insert(op.name, id);

        self.ops.push(op);
        Ok(id)
    }

    /// The id of a name: asked for once, when the play is prepared.
    fn id(&self, name: &str) -> Result<OpId, OpError> {
        let id = self.ids.get(name).copied();
        id.ok_or_else(|| OpError::UnknownName(name.to_string()))
    }

    /// Calls an op by its id. The op itself may rely on the number of its arguments.
    fn call(&self, id: OpId, stage: &mut Stage, args: &[&str]) -> Result<String, OpError> {
        // `get` instead of an index: the number comes from the script, and is not to be trusted.
        let op = self.ops.get(id).ok_or(OpError::UnknownId(id))?;
        let (expected, found) = (op.args, args.len());
        if expected > found {
            return Err(OpError::WrongCount { expected, found });
        }

        (op.call)(stage, args)
    }
}

fn main() {
    let mut table = OpTable::default();
    let mut stage = Stage::default();
    for op in [LIGHT, NOISE] {
        println!("{:?}", table.add(op));
    }
    for (name, args) in [("op_noise", ["thunder", "loud"]), ("op_rain", ["a", "b"])] {
        let answer = table
            .id(name)
            .and_then(|id| table.call(id, &mut stage, &args));
        println!("{name}: {answer:?}");
    }
    println!("{stage:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theatre() -> OpTable {
        let mut table = OpTable::default();
        table.add(LIGHT).unwrap();
        table.add(NOISE).unwrap();
        table
    }

    #[test]
    fn ids_count_up_from_zero() {
        let mut table = OpTable::default();
        assert_eq!(table.add(NOISE), Ok(0));
        assert_eq!(table.add(LIGHT), Ok(1));
        assert_eq!(table.id("op_noise"), Ok(0));
        assert_eq!(table.id("op_light"), Ok(1));
    }

    #[test]
    fn an_op_is_called_by_its_id() {
        let (table, mut stage) = (theatre(), Stage::default());
        let light = table.id("op_light").unwrap();
        let answer = table.call(light, &mut stage, &["12"]);
        assert_eq!(answer, Ok("12 lamps".to_string()));
        let noise = table.id("op_noise").unwrap();
        assert_eq!(
            table.call(noise, &mut stage, &["owl", "far"]),
            Ok(String::new())
        );
        let heard = vec!["owl far".to_string()];
        assert_eq!(stage, Stage { light: 12, heard });
    }

    #[test]
    fn a_taken_name_stays_with_the_first() {
        let mut table = theatre();
        let silent = OpDecl {
            call: |_, _| Ok("silence".to_string()),
            ..NOISE
        };
        assert_eq!(table.add(silent), Err(OpError::NameTaken("op_noise")));
        assert_eq!(table.ops.len(), 2);
        let mut stage = Stage::default();
        let noise = table.id("op_noise").unwrap();
        assert_eq!(
            table.call(noise, &mut stage, &["bell", "near"]),
            Ok(String::new())
        );
    }

    #[test]
    fn an_unknown_id_is_an_error() {
        let mut stage = Stage::default();
        assert_eq!(
            theatre().call(2, &mut stage, &[]),
            Err(OpError::UnknownId(2))
        );
        let far = theatre().call(usize::MAX, &mut stage, &[]);
        assert_eq!(far, Err(OpError::UnknownId(usize::MAX)));
    }

    #[test]
    fn too_few_and_too_many_arguments_are_errors_and_change_nothing() {
        let mut stage = Stage::default();
        let few = theatre().call(1, &mut stage, &["thunder"]);
        assert_eq!(
            few,
            Err(OpError::WrongCount {
                expected: 2,
                found: 1
            })
        );
        let many = theatre().call(0, &mut stage, &["5", "6"]);
        assert_eq!(
            many,
            Err(OpError::WrongCount {
                expected: 1,
                found: 2
            })
        );
        assert_eq!(stage, Stage::default());
    }

    #[test]
    fn an_op_may_refuse_what_it_gets() {
        let mut stage = Stage::default();
        let bad = OpError::BadArgument("bright".to_string());
        assert_eq!(theatre().call(0, &mut stage, &["bright"]), Err(bad));
    }
}
