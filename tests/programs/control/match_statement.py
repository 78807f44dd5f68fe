def name(x):
    match x:
        case 1:
            return "one"
        case 2 | 3:
            return "few"
        case _:
            return "many"


print(name(1), name(2), name(3), name(4))
