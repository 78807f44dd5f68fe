# A tab counts to the next multiple of eight, and must not be ambiguous.
if True:
    if True:
    	print("four spaces and a tab")
    	print("again")
    print("four spaces")
