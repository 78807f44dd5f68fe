x = 5
x()  # error: E0315
"text"()  # error: E0315
None()  # error: E0315
