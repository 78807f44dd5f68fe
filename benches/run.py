#!/usr/bin/env python3
"""How fast naja and what it makes are, measured in one run: gcc -O2, native code
and Wasm from naja, CPython; how long compiling takes; how large modules are.

    python3 benches/run.py [--repeats N] [--no-cpython] [NAME ...]

Each time is the least of several runs of a whole process, less the least time of
a program that only prints a line in the same way. Nothing is asserted.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
NAJA = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release", "naja")
NAMES = ["fib", "mandelbrot", "nbody", "collatz", "primes"]
HELLO = {"py": 'print("hello, world")\n', "c": '#include <stdio.h>\nint main(void) { puts("hello, world"); }\n'}


def run(command):
    """The standard output of a command, and how many seconds it took."""
    start = time.perf_counter()
    result = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return result.stdout, time.perf_counter() - start


def least(command, repeats):
    outputs, times = zip(*(run(command) for _ in range(repeats)))
    return outputs[0], min(times)


def ways(folder, name, python_file, c_file):
    """The commands that run a program, by the way in which they run it."""
    c, native = os.path.join(folder, name + "-c"), os.path.join(folder, name + "-naja")
    run(["gcc", "-O2", "-o", c, c_file, "-lm"])
    run([NAJA, "build", python_file, "--target", "native", "-o", native])
    return {
        "gcc -O2": [c],
        "naja native": [native],
        "naja wasm": [NAJA, "run", python_file],
        "CPython": [sys.executable, "-S", python_file],
    }


def table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join([row[0].ljust(widths[0])] + [cell.rjust(w) for cell, w in zip(row[1:], widths[1:])]))
    print()


def speed(folder, names, repeats, with_cpython):
    hello = os.path.join(folder, "hello.")
    for ext, text in HELLO.items():
        with open(hello + ext, "w") as file:
            file.write(text)
    start_up = {way: least(cmd, repeats * 2)[1] for way, cmd in ways(folder, "hello", hello + "py", hello + "c").items()}
    rows = [["program", "gcc -O2", "naja native", "", "naja wasm", "", "CPython", ""]]
    for name in names:
        files = [os.path.join(HERE, "programs", name + ".py"), os.path.join(HERE, "c", name + ".c")]
        row, outputs, base = [name], set(), None
        for way, command in ways(folder, name, *files).items():
            if way == "CPython" and not with_cpython:
                row += ["", ""]
                continue
            output, seconds = least(command, 1 if way == "CPython" else repeats)
            outputs.add(output)
            seconds = max(seconds - start_up[way], 1e-6)
            row.append(f"{seconds * 1e3:.1f} ms")
            if base is None:
                base = seconds
            else:
                row.append(f"{seconds / base:.2f}x")
        rows.append(row)
        if len(outputs) != 1:
            sys.exit(f"{name}: the outputs differ: {outputs}")
    print("Running (start-up taken off; x: times gcc -O2)")
    table(rows)


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


def compiling(folder, repeats):
    rows = [["program", "check", "build wasm", "build native"]]
    for lines in (100, 1000, 4000):
        path = os.path.join(folder, f"lines{lines}.py")
        with open(path, "w") as file:
            file.write(program_of(lines))
        row = [f"{lines} lines"]
        for command in (["check"], ["build", "-o", path + ".wasm"], ["build", "--target", "native", "-o", path + ".exe"]):
            row.append(f"{least([NAJA, *command, path], repeats)[1] * 1e3:.1f} ms")
        rows.append(row)
    print("Compiling (whole process; native includes cc)")
    table(rows)


def sizes(folder, names):
    rows = [["module", "bytes"]]
    files = [os.path.join(folder, "hello.py")] + [os.path.join(HERE, "programs", name + ".py") for name in names]
    for path in files:
        output = os.path.join(folder, "size.wasm")
        run([NAJA, "build", path, "-o", output])
        rows.append([os.path.basename(path), str(os.path.getsize(output))])
    print("Wasm modules")
    table(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("names", nargs="*", default=NAMES, metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--no-cpython", action="store_true")
    options = parser.parse_args()
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        speed(folder, options.names or NAMES, options.repeats, not options.no_cpython)
        compiling(folder, options.repeats)
        sizes(folder, options.names or NAMES)


if __name__ == "__main__":
    main()
