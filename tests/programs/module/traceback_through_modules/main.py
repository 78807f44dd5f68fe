import geometry.area as area


def main():
    print(area.ratio(4, 2))
    print(area.ratio(4, 0))


main()
