if True:
    if True:
            # The line is shown without its indentation.
            x = 0
            print(  1 //   x  )   # and with its comment
