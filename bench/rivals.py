"""rustlings 6.5.0, the real one or what it does; and runner."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import tomllib

from pty_session import Session

VERSION = "6.5.0"


class Course:
    """A course that is measured on, and copies of it with other contents."""

    def __init__(self, source):
        self.source = pathlib.Path(source)
        self.exercises = tomllib.loads((self.source / "info.toml").read_text())["exercises"]
        # They never end unsolved; rustlings has no time limit and would wait for them for ever.
        self.endless = {e["name"] for e in self.exercises if e.get("skip_check_unsolved")}

    def place(self, exercise):
        return pathlib.Path(exercise.get("dir", "")) / (exercise["name"] + ".rs")

    def copy(self, target, solved, untouched=False):
        """Solved or unsolved; what never ends unsolved is solved all the same, but in an untouched one."""
        target = pathlib.Path(target)
        ignored = shutil.ignore_patterns(".git", "target", ".runner", ".rustlings*", "bench", "src")
        shutil.copytree(self.source, target, dirs_exist_ok=True, ignore=ignored)
        for exercise in self.exercises:
            if solved or exercise["name"] in self.endless and not untouched:
                shutil.copy(target / "solutions" / self.place(exercise), target / "exercises" / self.place(exercise))
        subprocess.run(["git", "init", "-q"], cwd=target, check=False)
        return target


class Rustlings:
    """The real program, in a terminal: without one it checks nothing."""

    name = "rustlings"

    def __init__(self, program):
        self.program = program

    def describe(self):
        return f"rustlings {VERSION}, the real one"

    def clean(self, directory):
        shutil.rmtree(directory / "target", ignore_errors=True)

    def _state(self, directory, name):
        (directory / ".rustlings-state.txt").write_text(f"DON'T EDIT THIS FILE!\n\n{name}\n\n")

    def _in_terminal(self, directory, *arguments):
        session = Session([self.program, *arguments], directory)
        session.send(b"\n\n\n")
        try:
            return session.wait_for_end()
        finally:
            session.close()

    def verify(self, directory, course):
        self._state(directory, course.exercises[0]["name"])
        return self._in_terminal(directory, "check-all")

    def passed(self, directory):
        lines = (directory / ".rustlings-state.txt").read_text().split("\n")
        return {line for line in lines[4:] if line}

    def course_check(self, directory):
        return self._in_terminal(directory, "dev", "check", "--require-solutions")

    def hint(self, directory, course):
        self._state(directory, course.exercises[0]["name"])
        return timed([self.program, "hint", course.exercises[0]["name"]], directory)

    def watch(self, directory, name):
        self._state(directory, name)
        session = Session([self.program], directory)
        session.drain(2.0)
        if b"ENTER" in session.text:
            session.send(b"\n")
            session.drain(2.0)
        return session

    done = [b"Exercise done"]
    error = [b"error"]


class Emulated(Rustlings):
    """What the real program does by cargo, without what it does itself: rather quicker than that."""

    DEBOUNCE = 0.2

    def __init__(self):
        super().__init__("cargo")
        self._passed = {}

    def describe(self):
        return f"the cargo commands of rustlings {VERSION}, since it could not be installed"

    def _check(self, directory, exercise):
        name, quiet = exercise["name"], dict(cwd=directory, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        commands = [["cargo", "build", "-q", "--bin", name]]
        if exercise.get("test", True):
            commands.append(["cargo", "test", "-q", "--bin", name])
        lint = ["cargo", "clippy", "-q", "--profile", "test", "--bin", name]
        commands.append(lint + (["--", "-D", "warnings"] if exercise.get("strict_clippy") else []))
        commands.append([str(directory / "target" / "debug" / name)])
        return all(subprocess.run(command, **quiet).returncode == 0 for command in commands)

    def verify(self, directory, course):
        begin = time.perf_counter()
        self._passed[directory] = {e["name"] for e in course.exercises if self._check(directory, e)}
        return time.perf_counter() - begin

    def passed(self, directory):
        return self._passed[directory]

    def course_check(self, directory):
        return None

    def hint(self, directory, course):
        return timed(["cargo", "metadata", "--format-version", "1", "--no-deps", "--offline"], directory)

    def watch(self, directory, name):
        return None


class Runner:
    """This program, with a cache of its own."""

    name = "runner"

    def __init__(self, program, cache):
        self.program = program
        self.environment = {"XDG_CACHE_HOME": str(cache)}
        self.cache = cache

    def clean(self, directory):
        shutil.rmtree(self.cache / "runner" / "verdicts", ignore_errors=True)
        shutil.rmtree(directory / ".runner", ignore_errors=True)
        shutil.rmtree(directory / "target", ignore_errors=True)

    def verify(self, directory, course):
        return timed([self.program, "verify"], directory, self.environment)

    def passed(self, directory):
        listed = subprocess.run([self.program, "list", "--json"], cwd=directory, env=dict(os.environ, **self.environment), capture_output=True, check=True)
        exercises = json.loads(listed.stdout)["exercises"]
        return {e["name"] for e in exercises if e["state"] == "done"}

    def course_check(self, directory, *options):
        return timed([self.program, "course", "check", *options], directory, self.environment)

    def hint(self, directory, course, java_home=None):
        environment = dict(self.environment, **({"RUNNER_JAVA_HOME": java_home} if java_home else {}))
        return timed([self.program, "hint", course.exercises[0]["name"]], directory, environment)

    def watch(self, directory, name):
        session = Session([self.program, "watch", name], directory, self.environment)
        session.drain(2.0)
        if b"Welcome" in session.text:
            session.send(b"q")
            session.drain(1.0)
        return session

    done = ["✓ ".encode()]
    error = [b"error"]


def timed(command, directory, environment=None):
    """Seconds until a command without a terminal has ended, whatever its exit code."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=directory, env=dict(os.environ, **(environment or {})), stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def rustlings(place):
    """The real one from the search path or from `place`, installed there if that can be done; else the emulation."""
    for candidate in ("rustlings", str(place / "bin" / "rustlings")):
        found = shutil.which(candidate)
        if found and VERSION in subprocess.run([found, "--version"], capture_output=True, text=True).stdout:
            return Rustlings(found)
    print(f"installing rustlings {VERSION} …", flush=True)
    installed = subprocess.run(["cargo", "install", "-q", "rustlings", "--version", VERSION, "--locked", "--root", str(place)])
    return Rustlings(str(place / "bin" / "rustlings")) if installed.returncode == 0 else Emulated()


def official_course(place):
    """The course that comes with rustlings, from the sources that cargo has fetched to install it."""
    home = pathlib.Path(os.environ.get("CARGO_HOME", os.path.expanduser("~/.cargo")))
    for source in home.glob(f"registry/src/*/rustlings-{VERSION}"):
        macros = source.with_name(f"rustlings-macros-{VERSION}")
        place.mkdir(parents=True, exist_ok=True)
        for part in ("exercises", "solutions"):
            shutil.copytree(source / part, place / part, dirs_exist_ok=True)
        shutil.copy(macros / "info.toml", place)
        manifest = (source / "dev-Cargo.toml").read_text()
        (place / "Cargo.toml").write_text(re.sub(r'path = "\.\./', 'path = "', manifest))
        return place
    raise SystemExit(f"the sources of rustlings {VERSION} are not in {home}/registry; run: cargo install rustlings --version {VERSION}")
