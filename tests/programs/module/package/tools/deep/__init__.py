print("tools.deep")
