import script

print(__name__, script.name())
if __name__ == "__main__":
    script.main()
