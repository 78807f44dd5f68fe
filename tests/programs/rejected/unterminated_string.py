# error: line 2: E0110 "unterminated string literal"
x = "never closed
