from tools import square, cube  # error: E0231 "cannot import name 'cube' from 'tools'"
