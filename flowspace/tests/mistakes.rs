//! What is refused, in which words: a program, then its mistakes, each with line,
//! column, code and message.

mod common;

const REFUSED: &[(&str, &[&str])] = &[
    ("x = (1 +\ny = 2\n", &["1:5 E0110 '(' was never closed"]),
    ("x = (\n", &["1:5 E0110 '(' was never closed"]),
    ("print(\n    1,\n    2\nx = 3\n", &["1:6 E0110 '(' was never closed"]),
    ("x = [1, 2\n", &["1:5 E0110 '[' was never closed"]),
    ("(a, b) += 1\n", &["1:1 E0110 'tuple' is an illegal expression for augmented assignment"]),
    ("x = {1: 2\ny = 3\n", &["1:5 E0110 '{' was never closed"]),
    ("x = \"\\N{foo}\"\n", &["1:9 E0110 (unicode error) malformed \\N, \\u, \\U or \\x character escape"]),
    ("\"\\x4\"\n", &["1:4 E0110 (unicode error) malformed \\N, \\u, \\U or \\x character escape"]),
    ("print \"hello\"\n", &["1:7 E0110 Missing parentheses in call to 'print'. Did you mean print(...)?"]),
    ("x = b'é'\n", &["1:8 E0110 bytes can only contain ASCII literal characters"]),
    ("x = (1]\n", &["1:7 E0110 closing parenthesis ']' does not match opening parenthesis '('"]),
    ("def f(a, a): pass\n", &["1:10 E0110 duplicate argument 'a' in function definition"]),
    ("for x in range(3)\n    pass\n", &["1:18 E0110 expected ':'"]),
    ("if x\n  pass\n", &["1:5 E0110 expected ':'"]),
    ("try:\n  pass\n", &["2:6 E0110 expected 'except' or 'finally' block"]),
    ("x = f\"{}\"\n", &["1:9 E0110 f-string: empty expression not allowed"]),
    ("x = f\"{a\"\n", &["1:9 E0110 f-string: expecting '}'"]),
    ("x = f\"{x!z}\"\n", &["1:11 E0110 f-string: invalid conversion character"]),
    ("x = f\"{a b}\"\n", &["1:8 E0110 f-string: invalid syntax"]),
    ("x: int\n(1): int = 2\n", &["2:2 E0110 illegal target for annotation"]),
    ("é€ = ”x”\n", &["1:2 E0110 invalid character '€' (U+20AC)"]),
    ("else:\n  pass\n", &["1:1 E0110 invalid syntax"]),
    ("def f(:\n  pass\n", &["1:7 E0110 invalid syntax"]),
    ("import\n", &["1:7 E0110 invalid syntax"]),
    ("from x import\n", &["1:14 E0110 invalid syntax"]),
    ("x = 1 if\n", &["1:9 E0110 invalid syntax"]),
    ("x = 5 5\n", &["1:7 E0110 invalid syntax"]),
    ("x = 1 2\n", &["1:7 E0110 invalid syntax"]),
    ("class\n", &["1:6 E0110 invalid syntax"]),
    ("x = $\n", &["1:5 E0110 invalid syntax"]),
    ("x = 1__0\n", &["1:6 E0110 invalid syntax"]),
    ("return = 1\n", &["1:8 E0110 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"]),
    ("if x = 1:\n  pass\n", &["1:6 E0110 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"]),
    ("f(a=1,a=2)\n", &["1:7 E0110 keyword argument repeated: a"]),
    (
        "x = 0123\n",
        &["1:5 E0110 leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"],
    ),
    ("a, *b, *c = d\n", &["1:1 E0110 multiple starred expressions in assignment"]),
    ("x = *a\n", &["1:5 E0110 can't use starred expression here"]),
    ("[*a for a in b]\n", &["1:2 E0110 iterable unpacking cannot be used in comprehension"]),
    ("def f(a=1, b): pass\n", &["1:12 E0110 non-default argument follows default argument"]),
    ("(a,b): int = 1\n", &["1:1 E0110 only single target (not tuple) can be annotated"]),
    ("f(a=1, 2)\n", &["1:8 E0110 positional argument follows keyword argument"]),
    ("*a = 1\n", &["1:1 E0110 starred assignment target must be in a list or tuple"]),
    ("x = 1 \\ 2\n", &["1:8 E0110 unexpected character after line continuation character"]),
    ("x = 1)\n", &["1:6 E0110 unmatched ')'"]),
    ("\"abc\" \"def\n", &["1:7 E0110 unterminated string literal"]),
    ("x = 'a\\\n", &["1:5 E0110 unterminated string literal"]),
    ("x = \"abc\ny=1\n", &["1:5 E0110 unterminated string literal"]),
    ("x = \"\"\"abc\n\ny=1\n", &["1:5 E0110 unterminated triple-quoted string literal"]),
    ("if x:\npass\n", &["2:1 E0111 expected an indented block after 'if' statement on line 1"]),
    ("def f():\n", &["2:1 E0111 expected an indented block after function definition on line 1"]),
    ("def f():\n\treturn 1\n        return 2\n", &["3:9 E0111 inconsistent use of tabs and spaces in indentation"]),
    ("  x = 1\n", &["1:3 E0111 unexpected indent"]),
    ("def f():\n    pass\n  x = 1\n", &["3:3 E0111 unindent does not match any outer indentation level"]),
    ("if 1:\n    x = 1\n  else:\n    y\n", &["3:3 E0111 unindent does not match any outer indentation level"]),
    ("def f():\n    return\n  \n x=1\n", &["4:2 E0111 unindent does not match any outer indentation level"]),
    ("def f():\n    x = 1\n   y = 2\n", &["3:4 E0111 unindent does not match any outer indentation level"]),
    ("x = \"\\ud800\"\n", &["1:5 E0114 a string cannot hold half of a surrogate pair"]),
    ("None = 1\n", &["1:1 E0120 cannot assign to None"]),
    ("__debug__ = 1\n", &["1:1 E0120 cannot assign to __debug__"]),
    ("x + 1 = 2\n", &["1:1 E0120 cannot assign to expression"]),
    ("f() = 1\n", &["1:1 E0120 cannot assign to function call"]),
    ("(x for x in y) = 1\n", &["1:1 E0120 cannot assign to generator expression"]),
    ("x = 1 = 2\n", &["1:5 E0120 cannot assign to literal"]),
    ("del f()\n", &["1:5 E0120 cannot delete function call"]),
    ("def f():\n  await x\n", &["2:3 E0121 'await' outside async function"]),
    ("break\n", &["1:1 E0121 'break' outside loop"]),
    ("for i in range(3): pass\nelse: break\n", &["2:7 E0121 'break' outside loop"]),
    ("while 1:\n  def f():\n    continue\n", &["3:5 E0121 'continue' not properly in loop"]),
    ("return 1\n", &["1:1 E0121 'return' outside function"]),
    ("x = yield\n", &["1:5 E0121 'yield' outside function"]),
    ("try:\n  pass\nexcept:\n  pass\nexcept ValueError:\n  pass\n", &["3:1 E0121 default 'except:' must be last"]),
    ("def f():\n  from math import *\n", &["2:3 E0121 import * only allowed at module level"]),
    ("def f():\n  x = 1\n  global x\n", &["3:3 E0122 name 'x' is assigned to before global declaration"]),
    ("global x\nx=1\nglobal x\n", &["3:1 E0122 name 'x' is assigned to before global declaration"]),
    ("def f(x):\n  global x\n", &["2:3 E0122 name 'x' is parameter and global"]),
    ("nonlocal x\n", &["1:1 E0122 nonlocal declaration not allowed at module level"]),
    (
        "x = 1\nfrom __future__ import annotations\n",
        &["2:1 E0123 from __future__ imports must occur at the beginning of the file"],
    ),
    ("from __future__ import nope\n", &["1:24 E0123 future feature nope is not defined"]),
    ("try:\n  pass\nexcept* ValueError:\n  pass\n", &["3:1 E0201 `except*` clauses are not supported yet"]),
    ("match x:\n  case _: pass\n  case 1: pass\n", &["2:8 E0110 wildcard makes remaining patterns unreachable"]),
    (
        "match x:\n  case a: pass\n  case 1: pass\n",
        &["2:8 E0110 name capture 'a' makes remaining patterns unreachable"],
    ),
    ("match x:\n  case (a, a): pass\n", &["2:12 E0110 multiple assignments to name 'a' in pattern"]),
    ("match x:\n  case [*a, *b]: pass\n", &["2:8 E0110 multiple starred names in sequence pattern"]),
    ("match x:\n  case [a] | [b]: pass\n", &["2:14 E0110 alternative patterns bind different names"]),
    ("with open(\"f\") as (a, 1): pass\n", &["1:23 E0120 cannot assign to literal"]),
    (
        "class A:\n  pass\ndef g():\n  def h(): pass\n  yield 1\n@deco\ndef k(*a, **b): pass\nwith x: pass\n",
        &["6:2 E0220 name 'deco' is not defined", "8:6 E0220 name 'x' is not defined"],
    ),
    ("class A: pass\nx = A()\nprint(undefined_thing)\n", &["3:7 E0220 name 'undefined_thing' is not defined"]),
    ("x = 1.5j\n", &["1:5 E0201 complex literals are not supported yet"]),
    (
        "def f():\n    try: pass\n    except ValueError:\n        def g():\n            raise\n",
        &["5:13 E0204 `raise` without an exception has a meaning only inside an `except` block"],
    ),
    ("def f():\n  nonlocal x\n", &["2:3 E0122 no binding for nonlocal 'x' found"]),
    (
        "def f(x):\n  nonlocal x\n",
        &["2:3 E0122 name 'x' is parameter and nonlocal", "2:3 E0122 no binding for nonlocal 'x' found"],
    ),
    ("def f():\n  global x\n  def g():\n    nonlocal x\n", &["4:5 E0122 no binding for nonlocal 'x' found"]),
    (
        "def f():\n  x=1\n  def g():\n    x\n    nonlocal x\n",
        &["5:5 E0122 name 'x' is used prior to nonlocal declaration"],
    ),
    ("[x := 1 for x in y]\n", &["1:2 E0110 assignment expression cannot rebind comprehension iteration variable 'x'"]),
    (
        "[[x := 1 for y in z] for x in w]\n",
        &["1:3 E0110 assignment expression cannot rebind comprehension iteration variable 'x'"],
    ),
    (
        "[1 for x in (y := 1)]\n",
        &["1:14 E0110 assignment expression cannot be used in a comprehension iterable expression"],
    ),
    ("x = __file__\n", &["1:5 E0201 uses of __file__ are not supported yet"]),
    ("async def f(): pass\n", &["1:11 E0202 async functions cannot be compiled"]),
    ("raise\n", &["1:1 E0204 `raise` without an exception has a meaning only inside an `except` block"]),
    (
        "try:\n    pass\nfinally:\n    raise\n",
        &["4:5 E0204 `raise` without an exception has a meaning only inside an `except` block"],
    ),
    (
        "def f(x: Later, y: print(\"x\"), z: int[3], w: \"int\" | None) -> lis: pass\nLater = int\n",
        &[
            "1:20 E0205 this annotation is not a type",
            "1:35 E0205 this annotation is not a type",
            "1:46 E0205 this annotation is not a type",
            "1:63 E0220 name 'lis' is not defined",
        ],
    ),
    ("a.b: int = 3\n", &["1:1 E0220 name 'a' is not defined"]),
    (
        "prit(1)\nlenght = 2\nprint(lenght, leght)\nprint(sqrt(2))\nmath.sqrt(2)\neval(\"1\")\n",
        &[
            "1:1 E0220 name 'prit' is not defined",
            "3:15 E0220 name 'leght' is not defined",
            "4:7 E0220 name 'sqrt' is not defined",
            "5:1 E0220 name 'math' is not defined",
            "6:1 E0202 eval() cannot be compiled",
        ],
    ),
    (
        "import numpy\nimport zipfile\nimport maths\nfrom math import sqrtt\nimport sys\nsys.foo\n",
        &[
            "1:8 E0230 no module named 'numpy'",
            "2:8 E0230 the standard module 'zipfile' is not provided yet",
            "3:8 E0230 no module named 'maths'",
            "4:18 E0231 'math.sqrtt' is not provided",
        ],
    ),
    ("import __main__\n", &["1:8 E0230 the program's entry cannot be imported as '__main__'"]),
    ("from . import x\n", &["1:1 E0233 attempted relative import with no known parent package"]),
    (
        "__all__ = [\"a\"] + [\"b\"]\n",
        &["1:1 E0235 `__all__` must be a list or tuple of string literals, assigned once"],
    ),
];

#[test]
fn refused() {
    for (text, wanted) in REFUSED {
        let got = common::mistakes(&[("p", text)]);
        let wanted: String = wanted.iter().map(|line| format!("p:{line}\n")).collect();
        assert_eq!(got, wanted, "{text}");
    }
}

#[test]
fn what_only_looks_wrong_is_accepted() {
    let accepted = [
        "",
        "\u{feff}x = 1\r\nif x:\r    x = 2\r\n",
        "# coding: latin-1\nx = 'ascii'\n",
        "# vim: set fileencoding=utf-8 :\nx = 'ü'\n",
        "x = -9223372036854775808\n",
        "s = 'ééé'; f = f\"{s!r:}\"\n",
        "if 0:\n    undefined()\n",
        "try:\n    pass\nexcept ValueError:\n    try:\n        pass\n    finally:\n        raise\n",
        "from __future__ import annotations\ndef f(x: Nothing, y: 1 + 2): pass\nf(1, 2)\n",
        "def f(x: 'Later', *, y: int | None = None) -> None: ...\nf(1)\n",
        "global x\nx = 1\n",
        "[a, (b, c)] = 1, (2, 3)\n",
        "x = 1\ndel x, (x, x)\n",
        "def f():\n    global g\n    g = 1\nf()\nprint(g)\n",
        "print(f'{1 + 1=} {{}} {\"x\"!r}')\n",
    ];
    for text in accepted {
        assert_eq!(common::mistakes(&[("p", text)]), "", "{text}");
    }
}

#[test]
fn bytes_that_are_no_text() {
    struct Raw(Vec<u8>);
    impl naja_flowspace::Files for Raw {
        fn read(&self, _: &str) -> Option<std::io::Result<Vec<u8>>> {
            Some(Ok(self.0.clone()))
        }
    }
    let refused = |bytes: &[u8]| {
        let failure = naja_flowspace::build("p", &Raw(bytes.to_vec())).err().expect("it is refused");
        let d = failure.diagnostics[0].clone();
        let span = d.span.expect("it has a place");
        (failure.sources.get(span.source).position(span.start), d.code, d.message)
    };
    let message = "(unicode error) 'utf-8' codec can't decode byte 0xff in position 8";
    assert_eq!(refused(b"x = 1\r\n'\xff'\n"), ((2, 2), "E0102", message.into()));
    let message = "the file declares the encoding 'latin-1'";
    assert_eq!(refused("# coding: latin-1\nx = 'ü'\n".as_bytes()), ((1, 1), "E0102", message.into()));
    assert_eq!(refused(b"\0").1, "E0110");
    let digits = format!("x = '{0}'  # {0}\ny = {0}\n", "1".repeat(5000));
    assert_eq!(refused(digits.as_bytes()).0, (2, 5));
}

/// Any bytes at all are refused or accepted, but nothing panics.
#[test]
fn damaged_programs() {
    use proptest::test_runner::{Config, TestRunner};
    let text = "def f(a, b=1, *, c: int = 2):\n    try:\n        x = f'{a!r} {b}' if a < b <= 3 else -1\n    \
                except (ValueError, KeyError) as e:\n        raise TypeError('é', e) from None\n    \
                finally:\n        del a\n    return x, c\nfor i in range(3):\n    f(i, b=i)\nelse:\n    import math as m\n";
    let strategy = proptest::collection::vec((0..text.len(), proptest::num::u8::ANY, 0..3u8), 1..6);
    let mut runner = TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
    runner
        .run(&strategy, |edits| {
            let mut bytes = text.as_bytes().to_vec();
            for (at, byte, how) in edits {
                let at = at.min(bytes.len() - 1);
                match how {
                    0 => bytes[at] = byte,
                    1 => bytes.insert(at, byte),
                    _ => drop(bytes.remove(at)),
                }
            }
            struct Raw(Vec<u8>);
            impl naja_flowspace::Files for Raw {
                fn read(&self, path: &str) -> Option<std::io::Result<Vec<u8>>> {
                    (path == "p").then(|| Ok(self.0.clone()))
                }
            }
            if let Err(failure) = naja_flowspace::build("p", &Raw(bytes)) {
                assert!(!failure.diagnostics.is_empty());
                for d in failure.diagnostics {
                    let span = d.span.expect("it has a place");
                    failure.sources.get(span.source).position(span.start);
                    assert!(span.start <= span.end);
                    failure.sources.text(span);
                }
            }
            Ok(())
        })
        .unwrap();
}
