print("never printed")
level = 10
