class Name(str):  # error: E0201 "classes derived from str"
    pass


class Count(int):  # error: E0201 "classes derived from int"
    pass
