a = b"bytes"  # error: E0201
b = 2j  # error: E0201
