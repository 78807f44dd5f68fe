def name():
    return __name__


def main():
    print("script's main")


if __name__ == "__main__":
    print("never")
    main()
