class Stack(list):  # error: E0201 "classes derived from list"
    pass


class Names(dict):  # error: E0201 "classes derived from dict"
    pass
