"""Paragraphs: wrap, fill, shorten, and the options of TextWrapper."""

import textwrap
from textwrap import TextWrapper, fill, shorten, wrap

TEXT = "Hello there -- you goof-ball, use the -b option!  It is a well-known, state-of-the-art thing."
for width in (1, 5, 8, 12, 20, 40, 70, 200):
    print(width, wrap(TEXT, width))
print(wrap(""), wrap("   "), wrap("one"), wrap("  leading and trailing  ", 10))
print(fill("The quick brown fox jumps over the lazy dog. " * 3, width=30))
print(fill("tabs\tand\nnew lines\r\nbecome spaces", 15))

print(shorten("Hello  world!", width=12), shorten("Hello  world!", width=11), sep="|")
print(shorten("Hello world", width=10, placeholder="..."))
print(repr(shorten("averyveryverylongword and more", width=10)))
print(repr(textwrap.shorten("a b c", width=1000)))

print(fill("- a list item that is so long that it goes on", 20, initial_indent="* ", subsequent_indent="  "))
print(wrap("supercalifragilistic expialidocious", 10, break_long_words=False))
print(wrap("well-known state-of-the-art", 12, break_on_hyphens=False))
print(wrap("a--b c---d e-f 1-2 x-1 this--and--that", 4))
print(wrap("spaces   between    words   stay", 9, drop_whitespace=False))
print(wrap("a\tb\tc", 20, expand_tabs=False), wrap("a\tb\tc", 20, tabsize=4), wrap("a\nb c", 20, replace_whitespace=False))
print(wrap("One sentence. Another one! A third? Yes.", 80, fix_sentence_endings=True))
print(wrap("Dr. Who said 'stop.' Then \"go!\" Fine.", 80, fix_sentence_endings=True))
for lines in (1, 2, 3, 9):
    print(wrap("one two three four five six seven", 10, max_lines=lines), wrap("one two three four", 9, max_lines=lines, placeholder="~"))

wrapper = TextWrapper(width=24, initial_indent="> ", subsequent_indent=">> ")
print(wrapper.fill("An object can be used more than once, and changed."))
wrapper.width = 14
wrapper.max_lines = 2
print(wrapper.fill("An object can be used more than once, and changed."))
print(wrap("näïve ünïcödé-wörter sind auch wörter", 9))
for width in (0, -3):
    try:
        wrap("some text", width)
    except ValueError as e:
        print(e)
try:
    shorten("some text", width=3)
except ValueError as e:
    print(e)
