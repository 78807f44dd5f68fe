async def f():  # error: E0202
    pass
