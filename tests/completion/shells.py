"""Real shells, asked what they would complete. Each runs in its own folder with nothing of the machine's settings."""
import os
import pathlib
import pty
import re
import select
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

PATIENCE = 20  # seconds


class Shell:
    """A folder to complete in, in which `smpcare` is the program under test."""

    def __init__(self, name, program, folder):
        self.name, self.folder = name, folder
        self.tools = folder.parent / "bin"
        self.tools.mkdir(exist_ok=True)
        link = self.tools / "smpcare"
        if not link.is_symlink():
            link.symlink_to(pathlib.Path(program).resolve())
        self.environment = {"PATH": f"{self.tools}:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "dumb",
                            "XDG_CONFIG_HOME": str(folder.parent / name), "XDG_DATA_HOME": str(folder.parent / name)}
        self.script = folder.parent / f"smpcare.{name}"
        made = subprocess.run([program, "completion", name], capture_output=True, check=True, env=self.environment)
        self.script.write_bytes(made.stdout)

    def run(self, *arguments, **variables):
        """What a shell that is not interactive prints; whatever it says on standard error is a fault."""
        done = guard.run(arguments, cwd=self.folder, env={**self.environment, **variables}, capture_output=True,
                         encoding="utf-8", stdin=subprocess.DEVNULL)
        if done.stderr:
            raise AssertionError(f"{self.name} prints into the prompt: {done.stderr}")
        return done.stdout


class Terminal:
    """An interactive shell behind a terminal; it answers through a file, so that nothing depends on how it draws."""

    def __init__(self, shell, arguments, setup):
        self.answer, self.question = shell.folder.parent / f"{shell.name}.answer", shell.folder.parent / f"{shell.name}.question"
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.chdir(shell.folder)
            os.execve(arguments[0], arguments, {**shell.environment, "ANSWER": str(self.answer), "QUESTION": str(self.question)})
        self.pid, self.seen = pid, b""
        self.ask(setup.encode() + b"\n")

    def ask(self, keys):
        """Types keys, the last of which make the shell write its answer."""
        self.answer.unlink(missing_ok=True)
        os.write(self.terminal, keys)
        if not self.wait(lambda: self.answer.exists() and self.answer.read_bytes().endswith(b"\0")):
            raise AssertionError(f"no answer from the terminal, which shows {self.seen[-2000:]!r}")
        return self.answer.read_bytes()[:-1].decode()

    def shows(self, text):
        """Whether the terminal has shown a text, or soon does."""
        return self.wait(lambda: text.encode() in self.seen)

    def wait(self, done):
        end = time.monotonic() + PATIENCE
        while not done() and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.02)[0]:
                self.seen += os.read(self.terminal, 65536)
        return done()

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


class Bash(Shell):
    """Lists come from the function that `complete` names; lines from readline behind a terminal."""

    LIST = r"""
        source "$SCRIPT" || exit
        COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
        _smpcare
        printf '%s\n' "${COMPREPLY[@]}"
    """
    SETUP = r"""PS1= ; source "$SCRIPT"; bind 'set enable-bracketed-paste off'; bind 'set bell-style none';""" \
            r""" tell() { printf '%s\0' "$READLINE_LINE" > "$ANSWER"; READLINE_LINE= READLINE_POINT=0; };""" \
            r""" bind -x '"\C-t": tell'; printf '\0' > "$ANSWER" """

    def __init__(self, program, folder):
        super().__init__("bash", program, folder)
        self.environment["SCRIPT"] = str(self.script)
        self.terminal = None

    PIECE = re.compile(r"""(?:\\.|"[^"]*"?|'[^']*'?|[^\s=:\\"'])+|[=:]+""")

    def candidates(self, line, **variables):
        """The line is broken into COMP_WORDS as readline does: at white space, and before and after runs of = and :."""
        pieces = list(self.PIECE.finditer(line))
        words = [piece.group() for piece in pieces] + [""] * line[-1].isspace()
        replies = self.run("bash", "--norc", "--noprofile", "-c", self.LIST, "bash", line, *words, **variables)
        # What stands before the last piece, without a space between, stays before each reply.
        end = start = pieces[-1].start() if set(words[-1]) - set("=:") else len(line)
        for piece in reversed(pieces):
            start = piece.start() if piece.end() == start else start
        return sorted(line[start:end] + reply for reply in replies.splitlines() if reply)

    def after_tab(self, line):
        self.terminal = self.terminal or Terminal(self, ["/usr/bin/bash", "--norc", "--noprofile"], self.SETUP)
        return self.terminal.ask(line.encode() + b"\t\x14")

    def after_tab_when_installed(self, line):
        """With the script where a package puts it, loaded by the bash-completion package at the first Tab."""
        folder = pathlib.Path(self.environment["XDG_DATA_HOME"], "bash-completion", "completions")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "smpcare").write_bytes(self.script.read_bytes())
        setup = self.SETUP.replace('"$SCRIPT"', "/usr/share/bash-completion/bash_completion")
        terminal = Terminal(self, ["/usr/bin/bash", "--norc", "--noprofile"], setup)
        line = terminal.ask(line.encode() + b"\t\x14")
        terminal.close()
        return line


class Zsh(Shell):
    """One widget completes the line of the question and writes down what was offered and what the line became."""

    SETUP = r"""PS1= ; setopt NO_BEEP; LISTMAX=100000; fpath=("${SCRIPT:h}/functions" $fpath);""" \
            r""" autoload -Uz compinit; compinit -u -D; source "$PROBE"; printf '\0' > "$ANSWER" """
    PROBE = r"""
        compadd() {
            if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
            local -a hits
            builtin compadd -O hits "$@"
            offered+=("${hits[@]}")
            builtin compadd "$@"
        }
        probe() {
            typeset -ga offered=()
            BUFFER=$(<$QUESTION)
            CURSOR=$#BUFFER
            zle complete-word
            { print -rl -- "$BUFFER" $offered; printf '\0' } > $ANSWER
            BUFFER=
        }
        zle -N probe; bindkey '^T' probe
    """

    def __init__(self, program, folder):
        super().__init__("zsh", program, folder)
        functions = folder.parent / "functions"  # as a package installs it
        functions.mkdir()
        (functions / "_smpcare").write_bytes(self.script.read_bytes())
        probe = folder.parent / "probe.zsh"
        probe.write_text(self.PROBE, encoding="utf-8")
        self.environment |= {"SCRIPT": str(self.script), "PROBE": str(probe)}
        self.terminal = None

    def probe(self, line, **variables):
        self.terminal = self.terminal or Terminal(self, ["/usr/bin/zsh", "-f"], self.SETUP)
        for name, value in variables.items():
            self.terminal.ask(f" export {name}='{value}'; printf '\\0' > \"$ANSWER\"\n".encode())
        self.terminal.question.write_text(line, encoding="utf-8")
        line, *offered = self.terminal.ask(b"\x14").splitlines()
        for name in variables:
            self.terminal.ask(f" unset {name}; printf '\\0' > \"$ANSWER\"\n".encode())
        return line, offered

    def candidates(self, line, **variables):
        return sorted(set(self.probe(line, **variables)[1]))

    def after_tab(self, line):
        return self.probe(line)[0]


class Fish(Shell):
    def __init__(self, program, folder):
        super().__init__("fish", program, folder)

    def described(self, line, **variables):
        """[(candidate, its description)]"""
        command = f"source {self.script}; complete -C $argv[1]"
        shown = self.run("fish", "--no-config", "-c", command, line, **variables).splitlines()
        return [tuple((row + "\t").split("\t")[:2]) for row in shown]

    def candidates(self, line, **variables):
        found = {word for word, _ in self.described(line, **variables)}
        typed = line.rpartition(" ")[2]
        # fish also offers options whose name or description is merely like what is typed.
        return sorted(word for word in found if not typed.startswith("--") or word.startswith(typed))


SHELLS = (Bash, Zsh, Fish)
