class Stack(list):  # error: E0202 "classes derived from list"
    pass


class Names(dict):  # error: E0202 "classes derived from dict"
    pass
