x = 1j  # error: E0201 "complex literals"
break  # error: E0121 "'break' outside loop"


class C:  # error: E0201 "classes"
    pass
