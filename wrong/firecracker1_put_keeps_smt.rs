// A microVM is described before it starts: how many processors, how much memory. The description
// comes from outside in pieces, as a whole (`put`) or in part (`patch`), and what cannot be is
// refused. To do: an update is judged by what the machine would be after it, and an
// update that is refused has changed nothing.

const MAX_VCPUS: u8 = 32;

#[derive(Clone, Copy, Debug, PartialEq)]
enum HugePages {
    None,
    TwoMib,
}

#[derive(Clone, Debug, PartialEq)]
struct MachineConfig {
    vcpu_count: u8,
    mem_size_mib: u64,
    /// Two threads on each core: then the processors come in pairs, or there is only one.
    smt: bool,
    huge_pages: HugePages,
}

#[derive(Debug, Default, PartialEq)]
struct Update {
    vcpu_count: Option<u8>,
    mem_size_mib: Option<u64>,
    smt: Option<bool>,
    huge_pages: Option<HugePages>,
}

#[derive(Debug, PartialEq)]
enum ConfigError {
    VcpuCount,
    MemorySize,
    /// A field that does not exist, or whose value cannot be read.
    Field(String),
    Missing(&'static str),
    Empty,
}

impl Update {
    fn parse(words: &[&str]) -> Result<Update, ConfigError> {
        let mut update = Update::default();
        for word in words {
            let unreadable = || ConfigError::Field(word.to_string());
            let (field, value) = word.split_once('=').ok_or_else(unreadable)?;
            match field {
                "vcpu_count" => update.vcpu_count = Some(value.parse().map_err(|_| unreadable())?),
                "mem_size_mib" => {
                    update.mem_size_mib = Some(value.parse().map_err(|_| unreadable())?)
                }
                "smt" => update.smt = Some(value.parse().map_err(|_| unreadable())?),
                "huge_pages" => {
                    update.huge_pages = Some(match value {
                        "None" => HugePages::None,
                        "2M" => HugePages::TwoMib,
                        _ => return Err(unreadable()),
                    })
                }
                _ => return Err(unreadable()),
            }
        }
        Ok(update)
    }

    fn complete(self) -> Result<Update, ConfigError> {
        let new = MachineConfig::new();
        Ok(Update {
            vcpu_count: Some(self.vcpu_count.ok_or(ConfigError::Missing("vcpu_count"))?),
            mem_size_mib: Some(
                self.mem_size_mib
                    .ok_or(ConfigError::Missing("mem_size_mib"))?,
            ),
            smt: self.smt,
            huge_pages: self.huge_pages.or(Some(new.huge_pages)),
        })
    }
}

impl MachineConfig {
    fn new() -> MachineConfig {
        MachineConfig {
            vcpu_count: 1,
            mem_size_mib: 128,
            smt: false,
            huge_pages: HugePages::None,
        }
    }

    fn update(&mut self, update: &Update) -> Result<(), ConfigError> {
        let next = MachineConfig {
            vcpu_count: update.vcpu_count.unwrap_or(self.vcpu_count),
            mem_size_mib: update.mem_size_mib.unwrap_or(self.mem_size_mib),
            smt: update.smt.unwrap_or(self.smt),
            huge_pages: update.huge_pages.unwrap_or(self.huge_pages),
        };
        let unpaired = next.smt && next.vcpu_count != 1 && !next.vcpu_count.is_multiple_of(2);
        if !(1..=MAX_VCPUS).contains(&next.vcpu_count) || unpaired {
            return Err(ConfigError::VcpuCount);
        }
        let page_mib = match next.huge_pages {
            HugePages::None => 1,
            HugePages::TwoMib => 2,
        };
        if next.mem_size_mib == 0 || !next.mem_size_mib.is_multiple_of(page_mib) {
            return Err(ConfigError::MemorySize);
        }
        // The only line that changes the machine, and behind it nothing can fail.
        *self = next;
        Ok(())
    }

    /// One request: `put FIELD=VALUE …`, `patch FIELD=VALUE …`.
    fn request(&mut self, line: &str) -> Result<(), ConfigError> {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["put", fields @ ..] => self.update(&Update::parse(fields)?.complete()?),
            ["patch"] => Err(ConfigError::Empty),
            ["patch", fields @ ..] => self.update(&Update::parse(fields)?),
            _ => Err(ConfigError::Field(line.to_string())),
        }
    }
}

/// Each argument is a request; without arguments there are some of its own.
fn main() {
    let mut requests: Vec<String> = std::env::args().skip(1).collect();
    if requests.is_empty() {
        requests.push("put vcpu_count=4 mem_size_mib=512 smt=true".to_string());
        requests.push("patch vcpu_count=3".to_string());
        requests.push("patch vcpu_count=3 smt=false".to_string());
    }
    let mut machine = MachineConfig::new();
    for request in requests {
        match machine.request(&request) {
            Ok(()) => println!("204 {machine:?}"),
            Err(error) => println!("400 {error:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(requests: &[&str]) -> Result<MachineConfig, ConfigError> {
        let mut machine = MachineConfig::new();
        for request in requests {
            machine.request(request)?;
        }
        Ok(machine)
    }

    #[test]
    fn there_is_at_least_one_processor_and_at_most_32() {
        for (count, good) in [(0, false), (1, true), (31, true), (32, true), (33, false)] {
            let answer = after(&[&format!("patch vcpu_count={count}")]);
            assert_eq!(answer.is_ok(), good, "{count}");
        }
    }

    #[test]
    fn with_smt_processors_come_in_pairs_or_alone() {
        for (count, good) in [(1, true), (2, true), (3, false), (6, true), (31, false)] {
            let answer = after(&[&format!("patch smt=true vcpu_count={count}")]);
            assert_eq!(answer.is_ok(), good, "{count}");
        }
    }

    #[test]
    fn what_was_there_before_is_judged_too() {
        let answer = after(&["patch vcpu_count=3", "patch smt=true"]);
        assert_eq!(answer, Err(ConfigError::VcpuCount));
        let answer = after(&["patch mem_size_mib=129", "patch huge_pages=2M"]);
        assert_eq!(answer, Err(ConfigError::MemorySize));
    }

    #[test]
    fn memory_is_needed_and_huge_pages_are_whole() {
        assert_eq!(
            after(&["patch mem_size_mib=0"]),
            Err(ConfigError::MemorySize)
        );
        assert!(after(&["patch mem_size_mib=1"]).is_ok());
        assert!(after(&["patch mem_size_mib=2 huge_pages=2M"]).is_ok());
        assert!(after(&["patch mem_size_mib=3 huge_pages=2M"]).is_err());
        assert!(after(&["patch mem_size_mib=3 huge_pages=None"]).is_ok());
    }

    #[test]
    fn a_refused_update_changes_nothing() {
        let mut machine = MachineConfig::new();
        assert!(
            machine
                .request("patch vcpu_count=4 mem_size_mib=0")
                .is_err()
        );
        assert!(machine.request("patch smt=true vcpu_count=5").is_err());
        assert_eq!(machine, MachineConfig::new());
    }

    #[test]
    fn a_patch_keeps_what_it_does_not_mention() {
        let machine = after(&["patch vcpu_count=8 smt=true", "patch mem_size_mib=64"]).unwrap();
        assert_eq!((machine.vcpu_count, machine.mem_size_mib), (8, 64));
        assert!(machine.smt);
        let machine = after(&["patch smt=true"]).unwrap();
        assert_eq!((machine.vcpu_count, machine.mem_size_mib), (1, 128));
    }

    #[test]
    fn a_put_begins_with_a_new_machine() {
        let machine = after(&[
            "patch smt=true huge_pages=2M",
            "put vcpu_count=3 mem_size_mib=129",
        ])
        .unwrap();
        assert_eq!((machine.vcpu_count, machine.mem_size_mib), (3, 129));
        assert_eq!((machine.smt, machine.huge_pages), (false, HugePages::None));
    }

    #[test]
    fn a_put_needs_processors_and_memory() {
        let answer = after(&["put vcpu_count=2"]);
        assert_eq!(answer, Err(ConfigError::Missing("mem_size_mib")));
        let answer = after(&["put mem_size_mib=64"]);
        assert_eq!(answer, Err(ConfigError::Missing("vcpu_count")));
        assert_eq!(after(&["patch"]), Err(ConfigError::Empty));
    }
}
