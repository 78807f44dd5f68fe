limit = 10
name = "base"
