"""Builtin functions of an argument that may be None, or one of two types."""
import math


def optional(x, there):
    return x if there else None


def either(first, i, s):
    return i if first else s


def attempt(name, call):
    for there in (True, False):
        try:
            print(name, call(there))
        except (TypeError, ValueError) as e:
            print(name, type(e).__name__, e)


attempt("chr", lambda k: chr(optional(97, k)))
attempt("ord", lambda k: ord(optional("a", k)))
attempt("hex", lambda k: hex(optional(255, k)))
attempt("bin", lambda k: bin(optional(5, k)))
attempt("range", lambda k: range(optional(3, k)))
attempt("range of three", lambda k: list(range(0, optional(7, k), 2)))
attempt("round", lambda k: round(2.567, optional(1, k)))
attempt("round it", lambda k: round(optional(2.567, k), 1))
attempt("int with base", lambda k: int(optional("12", k), 8))
attempt("int in base", lambda k: int("12", either(k, 8, True)))
attempt("floor", lambda k: math.floor(optional(2.5, k)))
attempt("trunc", lambda k: math.trunc(either(k, 2.5, 7)))
attempt("gcd", lambda k: math.gcd(optional(12, k), 18))
attempt("isqrt", lambda k: math.isqrt(optional(17, k)))
attempt("comb", lambda k: math.comb(5, optional(2, k)))
attempt("max", lambda k: max(optional([3, 1, 2], k)))
attempt("min", lambda k: min(optional("hello", k), default="x"))
attempt("bool or int", lambda k: chr(either(k, 65, True)).encode())
attempt("pow", lambda k: pow(3, optional(4, k), 5))
attempt("bytes", lambda k: bytes(optional(b"ab", k)))
attempt("sum", lambda k: sum(optional([1, 2], k)))
attempt("perm", lambda k: math.perm(5, optional(2, k)))
attempt("perm of", lambda k: math.perm(optional(5, k), 2))
