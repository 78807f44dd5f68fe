x = 2j  # error: E0201
break  # error: E0121 "'break' outside loop"


class C:  # error: E0201 "classes"
    pass
