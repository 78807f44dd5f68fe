x = 1j  # error: E0201 "complex literals"
break  # error: E0121 "'break' outside loop"


async def f():  # error: E0202 "async functions"
    pass
