größe = 0
print("é日😀", 1 // größe)  # ü
