WIDTH = 40
HEIGHT = WIDTH // 2
RATIO = WIDTH / HEIGHT
TITLE = "size " + str(WIDTH)
DEBUG = False
LIMIT = 2**31 - 1
NOTHING = None


def area():
    if DEBUG:
        print("debugging")
    return WIDTH * HEIGHT


print(area(), RATIO, TITLE, LIMIT, NOTHING, WIDTH)
