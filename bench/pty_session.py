"""A program in a pseudo-terminal, and when it wrote what."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time


class Session:
    """Starts `command` in `directory` with a terminal of 120 columns and 40 rows."""

    def __init__(self, command, directory, environment=None):
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(directory)
            os.execvpe(command[0], command, dict(os.environ, TERM="xterm-256color", **(environment or {})))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.text = b""

    def send(self, keys):
        os.write(self.fd, keys)

    def wait_for(self, wanted, limit=60.0, begin=None):
        """Seconds from `begin` (a perf_counter; default: now) until one of the byte strings is written after this call."""
        begin = time.perf_counter() if begin is None else begin
        seen = b""
        while time.perf_counter() - begin < limit:
            ready, _, _ = select.select([self.fd], [], [], 0.5)
            if ready:
                try:
                    chunk = os.read(self.fd, 1 << 16)
                except OSError:
                    break
                if not chunk:
                    break
                seen += chunk
                self.text += chunk
                if any(text in seen for text in wanted):
                    return time.perf_counter() - begin
        raise TimeoutError(f"{wanted} was not written; the end of what was: {seen[-400:]!r}")

    def wait_for_end(self, limit=900.0):
        """Seconds from the start until the program has ended."""
        while time.perf_counter() - self.started < limit:
            if select.select([self.fd], [], [], 0.5)[0]:
                try:
                    chunk = os.read(self.fd, 1 << 16)
                except OSError:
                    return time.perf_counter() - self.started
                if not chunk:
                    return time.perf_counter() - self.started
                self.text += chunk
        raise TimeoutError(f"still running; the end of what was written: {self.text[-400:]!r}")

    def drain(self, quiet=0.3):
        """Reads until nothing was written for `quiet` seconds."""
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                chunk = os.read(self.fd, 1 << 16)
            except OSError:
                return
            if not chunk:
                return
            self.text += chunk

    def close(self):
        try:
            os.kill(self.pid, signal.SIGTERM)
            os.close(self.fd)
        except OSError:
            pass
        os.waitpid(self.pid, 0)
