raise ValueError("é 日本 😀 " + "\t|")
