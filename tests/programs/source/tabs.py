if True:
	print("one tab")
	if True:
		print("two tabs")
	else:
		print("never")
def f(x):
	return x * 2
print(f(4))
