print(ascii(5), ascii("é"), ascii(None), ascii((1, "日")), ascii(2.5), ascii("plain"))
