#!/usr/bin/env python3
"""Save to verdict, and save to first error, in two watches in turn: ours and rustlings'.

usage: watch.py RUNNER COURSE [RUNS [EXERCISE…]]
COURSE is a directory with info.toml, exercises/ and solutions/; it is copied.
"""

import os
import pathlib
import shutil
import statistics
import sys
import tempfile
import time
import tomllib

from pty_session import Session

DONE = {"rustlings": [b"Exercise done"], "runner": ["✓ ".encode()]}
ERROR = {"rustlings": [b"error"], "runner": [b"error"]}


def course_copy(course, place):
    directory = pathlib.Path(place)
    shutil.copytree(course, directory, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".git", "target", ".runner", ".rustlings*"))
    return directory


def start(tool, runner, directory, name):
    if tool == "rustlings":
        state = f"DON'T EDIT THIS FILE!\n\n{name}\n\n"
        (directory / ".rustlings-state.txt").write_text(state)
        session = Session(["rustlings"], directory)
    else:
        session = Session([runner, "watch", name], directory)
    session.drain(2.0)
    if b"for the first time" in session.text or b"Press ENTER" in session.text:
        session.send(b"\n")
        session.drain(2.0)
    if tool == "runner" and b"Welcome" in session.text:
        session.send(b"q")
        session.drain(1.0)
    return session


def save(file, text):
    begin = time.perf_counter()
    file.write_text(text)
    return begin


def measure(runner, course, runs, names):
    info = tomllib.loads((course / "info.toml").read_text())["exercises"]
    chosen = [e for e in info if e["name"] in names] if names else [e for e in info if e.get("test", True)][3::7][:6]
    rows = []
    for exercise in chosen:
        place = pathlib.Path(exercise.get("dir", "")) / (exercise["name"] + ".rs")
        figures = {tool: {"done": [], "error": []} for tool in DONE}
        sessions = {}
        with tempfile.TemporaryDirectory() as scratch:
            for tool in DONE:
                directory = course_copy(course, os.path.join(scratch, tool))
                sessions[tool] = (start(tool, runner, directory, exercise["name"]), directory / "exercises" / place)
            solved = (course / "solutions" / place).read_text()
            broken = solved.replace("fn main() {", "fn main() {\n    let broken: i32 = \"no number\";", 1)
            for run in range(runs + 1):
                for tool, (session, file) in sessions.items():
                    begin = save(file, solved + f"// {run}\n")
                    done = session.wait_for(DONE[tool], begin=begin)
                    session.drain()
                    begin = save(file, broken + f"// {run}\n")
                    error = session.wait_for(ERROR[tool], begin=begin)
                    session.drain()
                    if run > 0:
                        figures[tool]["done"].append(done)
                        figures[tool]["error"].append(error)
            for session, _ in sessions.values():
                session.close()
        rows.append((exercise["name"], figures))
        print(exercise["name"], *(f"{tool} {kind} {statistics.median(values) * 1000:.0f} ms" for tool, kinds in figures.items() for kind, values in kinds.items()), flush=True)
    return rows


def main():
    runner, course = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    rows = measure(runner, course, runs, sys.argv[4:])
    for kind, title in (("done", "save → verdict of a solved exercise"), ("error", "save → first error")):
        medians = {tool: statistics.median([statistics.median(f[tool][kind]) for _, f in rows]) for tool in DONE}
        print(f"{title}: rustlings {medians['rustlings'] * 1000:.0f} ms, runner {medians['runner'] * 1000:.0f} ms, "
              f"ratio {medians['runner'] / medians['rustlings']:.2f}")


if __name__ == "__main__":
    main()
