# stdin: "add milk\nadd bread\n\nlist\ndrop milk\nlist\nwhat?\nadd "
# A menu that goes on until nobody answers.
def show(things):
    for i, thing in enumerate(things, 1):
        print(f"{i:3}. {thing}")


def main():
    things = []
    while True:
        try:
            command = input("what next? ").strip()
        except EOFError:
            print("bye")
            return
        if command.startswith("add"):
            things.append(command[3:].strip())
        elif command.startswith("drop "):
            things.remove(command[5:])
        elif command == "list":
            show(things)
        elif command:
            print("no such command:", command)


main()
input(5)
