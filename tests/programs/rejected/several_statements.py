x = [1]  # error: E0201 "list displays"
break  # error: E0121 "'break' outside loop"


class C:  # error: E0201 "classes"
    pass
