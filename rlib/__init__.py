"""Under CPython: lets the library's modules be imported and tested there.

A library module is compiled by naja's own phases (docs/dialect.md). What its
source means there, CPython is told here: a string literal is an `ll.Str`, and `/`
is IEEE division. With RLIB_CHECK=1 in the environment every `+ - * <<` is checked
to stay within 64 bits, and every index to lie within the tail: the two things in
which the machine differs from CPython silently.
"""

import ast
import importlib.abc
import importlib.util
import os
import sys

# Made of their text, where CPython's have five arguments.
_CODEC_ERRORS = {name: type(name, (UnicodeError,), {}) for name in ("UnicodeEncodeError", "UnicodeDecodeError")}
_CHECKED = {ast.Add: "checked_add", ast.Sub: "checked_sub", ast.Mult: "checked_mul", ast.LShift: "checked_shl"}


def _twin(name):
    return ast.Attribute(ast.Name("ll", ast.Load()), name, ast.Load())


class _Meaning(ast.NodeTransformer):
    """Rewrites a module to what the dialect means by it."""

    def __init__(self, checks):
        self.checks = checks

    def visit_Expr(self, node):
        is_text = isinstance(node.value, ast.Constant)
        return node if is_text else self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, str):
            return ast.Call(_twin("literal"), [node], [])
        return node

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Div):
            return ast.Call(_twin("float_div"), [node.left, node.right], [])
        if self.checks and type(node.op) in _CHECKED:
            return ast.Call(_twin(_CHECKED[type(node.op)]), [node.left, node.right], [])
        return node

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if self.checks:
            node.slice = ast.Call(_twin("checked_index"), [node.value, node.slice], [])
        return node


class _Loader(importlib.abc.Loader):
    def __init__(self, path):
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        with open(self.path, encoding="utf-8") as f:
            tree = ast.parse(f.read(), self.path)
        tree = _Meaning("RLIB_CHECK" in os.environ).visit(tree)
        module.__dict__.update(_CODEC_ERRORS)
        exec(compile(ast.fix_missing_locations(tree), self.path, "exec"), module.__dict__)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        package, _, name = fullname.rpartition(".")
        file = os.path.join(os.path.dirname(__file__), name + ".py")
        if package != __name__ or name == "lowlevel" or not os.path.exists(file):
            return None
        return importlib.util.spec_from_file_location(fullname, file, loader=_Loader(file))


sys.meta_path.insert(0, _Finder())
