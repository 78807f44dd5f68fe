#!/usr/bin/env python3
"""How fast naja and what it makes are, and how much memory they take, measured in one
run: gcc or g++ -O2, native code and Wasm from naja, PyPy where it is installed, CPython;
how long compiling takes; how large modules are. The programs of `library` are compared with
CPython, whose modules are C.

    python3 benches/run.py [--repeats N] [--no-cpython] [NAME ...]

A time is processor time of a whole process (user and system), the least of several runs,
less the least time of the same program on a tiny input: so neither starting nor, for Wasm,
compiling counts. A run that takes more than a minute is stopped. Memory is the peak of a
whole process. Nothing is asserted but that all print the same.
"""

import argparse
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import inputs

# The most of one run, in seconds.
LIMIT = 60
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
NAJA = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release", "naja")


class Program(NamedTuple):
    """A benchmark: its argument or its input, at full size and tiny."""

    full: int
    tiny: int
    text: object = None


PROGRAMS = {
    "fib": Program(38, 1),
    "mandelbrot": Program(500, 1),
    "nbody": Program(4000000, 1),
    "collatz": Program(1000000, 10),
    "primes": Program(400000, 10),
    "trees_tuples": Program(18, 2),
    "trees_lists": Program(18, 2),
    "word_count": Program(10_000_000, 10, inputs.words),
    "sort_ints": Program(1000000, 10),
    "dict_ints": Program(1000000, 10),
    "strings": Program(1000000, 10),
    "concat": Program(200000, 10),
    "matmul": Program(300, 3),
    "sieve": Program(10000000, 10),
    "queens": Program(11, 4),
    "queens_sets": Program(11, 4),
    "json_parse": Program(5_000_000, 10, inputs.document),
    "ray": Program(1000, 10),
    "nbody_objects": Program(2000000, 1),
    "machine": Program(3000000, 10),
    "richards": Program(500, 1),
    "deltablue": Program(100000, 10),
    "pipeline": Program(10000000, 10),
}

# Those that use the standard library, in the folder of that name.
LIBRARY = {
    "random_numbers": Program(10000000, 30),
    "queues": Program(5000000, 10),
    "sort_rows": Program(600000, 10),
    "json_document": Program(100000, 10),
    "regex_log": Program(70000, 1),
}


class Measured(NamedTuple):
    output: bytes
    seconds: float
    megabytes: float


class Bench:
    """A folder for what is compiled, and how commands are run and measured."""

    def __init__(self, folder, repeats):
        self.folder, self.repeats = folder, repeats
        self.launcher = self.path("measure")
        subprocess.run(["gcc", "-O2", "-o", self.launcher, os.path.join(HERE, "measure.c")], check=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, command, stdin=None):
        source = open(stdin, "rb") if stdin else subprocess.DEVNULL
        command = [self.launcher, self.path("usage"), *command]
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, start_new_session=True)
        try:
            output, _ = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return Measured(None, math.inf, math.nan)
        if process.returncode:
            sys.exit(f"{command} ended with {process.returncode}")
        with open(self.path("usage")) as file:
            seconds, kilobytes = file.read().split()
        return Measured(output, float(seconds), float(kilobytes) / 1024)

    def least(self, command, stdin=None, repeats=None):
        runs = [self.run(command, stdin)]
        if runs[0].output is not None:
            runs += [self.run(command, stdin) for _ in range((repeats or self.repeats) - 1)]
        return Measured(runs[0].output, min(r.seconds for r in runs), max(r.megabytes for r in runs))

    def program(self, name, slow):
        """What each way of running a program took, without starting; the outputs are equal."""
        size, results = (PROGRAMS | LIBRARY)[name], {}
        arguments = []
        for n in size.full, size.tiny:
            if size.text:
                with open(self.path(f"{name}-{n}"), "w") as file:
                    file.write(size.text(n))
                arguments.append(([], self.path(f"{name}-{n}")))
            else:
                arguments.append(([str(n)], None))
        for way, command in ways(self, name, slow).items():
            repeats = 1 if way == "CPython" else self.repeats
            full, tiny = (self.least(command + words, stdin, repeats) for words, stdin in arguments)
            results[way] = full._replace(seconds=max(full.seconds - tiny.seconds, 1e-6))
        if len({r.output for r in results.values()} - {None}) != 1:
            sys.exit(f"{name}: the outputs differ: {results}")
        return results


WAYS = ["gcc -O2", "naja native", "naja wasm", "PyPy", "CPython"]


def ways(bench, name, slow):
    """The commands that run a program, by the way in which they run it."""
    python_file = os.path.join(HERE, "library" if name in LIBRARY else "programs", name + ".py")
    c, native = bench.path(name + "-c"), bench.path(name + "-naja")
    c_file = os.path.join(HERE, "c", name)
    found = {}
    if name not in LIBRARY:
        if os.path.exists(c_file + ".cpp"):
            compile_c = ["g++", "-O2", "-std=c++20", "-o", c, c_file + ".cpp"]
        else:
            compile_c = ["gcc", "-O2", "-o", c, c_file + ".c", "-lm"]
        subprocess.run(compile_c, check=True)
        found["gcc -O2"] = [c]
    subprocess.run([NAJA, "build", python_file, "--target", "native", "-o", native], check=True)
    found |= {"naja native": [native], "naja wasm": [NAJA, "run", python_file]}
    if shutil.which("pypy3"):
        found["PyPy"] = ["pypy3", python_file]
    if slow:
        found["CPython"] = [sys.executable, "-S", python_file]
    return found


def table(title, rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    print(title)
    for row in rows:
        print("  ".join([row[0].ljust(widths[0])] + [cell.rjust(w) for cell, w in zip(row[1:], widths[1:])]))
    print(flush=True)


def running(bench, names, slow, reference):
    """Two tables; `x` in the first is times the way of running that is called so."""
    results = {}
    for name in names:
        print(name, file=sys.stderr)
        results[name] = bench.program(name, slow)
    present = [way for way in WAYS if any(way in r for r in results.values())]
    if "PyPy" not in present:
        print("(no pypy3 on PATH: not measured)")
    rows = [["program"] + [cell for way in present for cell in ([way] if way == reference else [way, ""])] + ["wasm/native"]]
    for name, by_way in results.items():
        row, base = [name], by_way[reference].seconds
        for way in present:
            seconds = by_way[way].seconds
            row.append("too long" if math.isinf(seconds) else f"{seconds * 1e3:.0f} ms")
            if way != reference:
                row.append(f"{seconds / base:.2f}x")
        rows.append(row + [f"{by_way['naja wasm'].seconds / by_way['naja native'].seconds:.2f}"])
    table(f"Running: processor time (start-up taken off; x: times {reference})", rows)
    present = [way for way in present if way != "naja wasm"]
    rows = [["program"] + present]
    for name, by_way in results.items():
        rows.append([name] + [f"{by_way[way].megabytes:.1f} MB" for way in present])
    table("Peak memory of the process", rows)


def program_of(lines):
    """A program of about so many lines: functions that call each other."""
    text, k = [], 0
    while len(text) < lines - 3:
        text += [
            f"def f{k}(n, x, flag=True):",
            f"    total = {k}",
            "    for i in range(n):",
            f"        if i % {k % 7 + 2} == 0 and flag:",
            "            total += i * 3",
            "        elif x > 1.5:",
            "            x = x / 2.0 - 0.25",
            "        else:",
            "            total -= 1",
            "    while total > 1000:",
            "        total //= 2",
            "    try:",
            f"        y = {'x' if k == 0 else f'f{k - 1}(n - 1, x, not flag)'}",
            "    except ZeroDivisionError as e:",
            f'        print("f{k}", e)',
            "        y = 0.5",
            "    return y + total",
            "",
            "",
        ]
        k += 1
    return "\n".join(text + ['if __name__ == "__main__":', f'    print("result:", f{k - 1}(5, 2.5))', ""])


def compiling(bench):
    rows = [["program", "check", "build wasm", "build native"]]
    for lines in (100, 1000, 4000):
        path = bench.path(f"lines{lines}.py")
        with open(path, "w") as file:
            file.write(program_of(lines))
        row = [f"{lines} lines"]
        for command in (["check"], ["build", "-o", path + ".wasm"], ["build", "--target", "native", "-o", path + ".exe"]):
            row.append(f"{least_elapsed([NAJA, *command, path], bench.repeats) * 1e3:.1f} ms")
        rows.append(row)
    table("Compiling (elapsed time of the whole process; native includes cc)", rows)


def least_elapsed(command, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def sizes(bench, names):
    hello = bench.path("hello.py")
    with open(hello, "w") as file:
        file.write('print("hello, world")\n')
    rows = [["module", "bytes"]]
    for path in [hello] + [os.path.join(HERE, "programs", name + ".py") for name in names]:
        output = bench.path("size.wasm")
        subprocess.run([NAJA, "build", path, "-o", output], check=True)
        rows.append([os.path.basename(path), str(os.path.getsize(output))])
    table("Wasm modules", rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(PROGRAMS | LIBRARY)}")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--no-cpython", action="store_true")
    parser.add_argument("--no-build", action="store_true", help="take naja as it was built last")
    options = parser.parse_args()
    if not options.no_build:
        subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT, check=True)
    names = options.names or list(PROGRAMS)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder, options.repeats)
        own = [name for name in names if name not in LIBRARY]
        if own:
            running(bench, own, not options.no_cpython, "gcc -O2")
        library = [name for name in options.names or LIBRARY if name in LIBRARY]
        if library and not options.no_cpython:
            running(bench, library, True, "CPython")
        compiling(bench)
        sizes(bench, own)


if __name__ == "__main__":
    main()
