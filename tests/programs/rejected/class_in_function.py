def make():
    class Local:
        limit = 10
        count = 0  # error: E0201 "variables of a class in a function that may change, as 'count',"
        items = []  # error: E0201 "variables of a class in a function that may change, as 'items',"

        def bump(self):
            Local.count += 1
            return Local.limit

    return Local()


make().bump()
