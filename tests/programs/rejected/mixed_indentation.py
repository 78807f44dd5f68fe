# CPython counts a tab to the next multiple of eight; naja wants one kind.
if True:
    if True:
    	print("four spaces and a tab")  # error: E0111 "tabs"
