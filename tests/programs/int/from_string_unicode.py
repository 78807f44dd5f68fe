print(int("١٢٣"), int("\u2003７\u00a0"))
