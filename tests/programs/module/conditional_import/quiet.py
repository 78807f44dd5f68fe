print("quiet")
level = 0
