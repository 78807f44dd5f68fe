x = 1
match x:  # error: E0201
    case 1:
        print("one")
