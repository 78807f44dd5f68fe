count = 0


def increment(by=1):
    global count
    count += by


def get():
    return count
