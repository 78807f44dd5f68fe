def again():
    raise  # error: E0204


raise  # error: E0204
