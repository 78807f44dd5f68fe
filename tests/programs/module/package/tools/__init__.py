print("tools")
VERSION = "1.0"
