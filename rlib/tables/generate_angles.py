"""Writes rlib/angle_table.py, with mpmath: the sines and cosines of the multiples of 1/32
as sums of two doubles, and the digits of 2 / pi."""

import os
import struct

import mpmath

mpmath.mp.prec = 2000

HEAD = '''"""Written by rlib/tables/generate_angles.py."""

from rlib import lowlevel as ll


def ll_sine_at(i):
    """sin(i / 32) and cos(i / 32), each as the sum of two doubles."""
    table = ll.int_array(
%s
    )
    at = 4 * i
    sine, cosine = ll.float_from_bits(table[at]), ll.float_from_bits(table[at + 2])
    return sine, ll.float_from_bits(table[at + 1]), cosine, ll.float_from_bits(table[at + 3])


def ll_two_over_pi(i):
    """The i-th digit of 2 / pi to the base 2**32."""
    table = ll.int_array(
%s
    )
    return table[i]
'''


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def pair(x):
    high = float(x)
    return [bits(high), bits(float(x - high))]


def lines(words, n):
    texts = [", ".join(map(str, words[i : i + n])) for i in range(0, len(words), n)]
    return "\n".join("        %s," % text for text in texts)


def main():
    angles = [mpmath.mpf(i) / 32 for i in range(27)]
    sines = [word for a in angles for word in pair(mpmath.sin(a)) + pair(mpmath.cos(a))]
    whole = int(mpmath.floor(mpmath.ldexp(2 / mpmath.pi, 32 * 42)))
    digits = [whole >> 32 * (41 - i) & 0xFFFFFFFF for i in range(42)]
    with open(os.path.join(os.path.dirname(__file__), "..", "angle_table.py"), "w", encoding="ascii") as f:
        f.write(HEAD % (lines(sines, 4), lines(digits, 8)))


if __name__ == "__main__":
    main()
