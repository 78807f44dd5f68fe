# A menu-driven to-do list that reads commands from standard input.
# stdin: "add milk\nadd bread and butter\ndone 1\nlist\ndone x\ndone 9\n\nfind b\nundo\nrename 2 rolls\nsort\nlist\nstats\nfly\nquit\nnever read\n"
todos = []
history = []


def show(items):
    if not items:
        print("(nothing)")
    for i, (text, done) in enumerate(items, 1):
        print(f"{i}. [{'x' if done else ' '}] {text}")


def save():
    history.append(todos[:])


while True:
    try:
        line = input("> ").strip()
    except EOFError:
        print("bye")
        break
    if not line:
        continue
    command, _, rest = line.partition(" ")
    match command:
        case "add" if rest:
            save()
            todos.append((rest, False))
            print("added", repr(rest))
        case "done":
            try:
                i = int(rest) - 1
                if i < 0:
                    raise IndexError("negative")
                text, _ = todos[i]
            except ValueError:
                print("not a number:", rest)
            except IndexError:
                print("no item", rest)
            else:
                save()
                todos[i] = text, True
                print(f"done: {text}")
        case "list" | "ls":
            show(todos)
        case "find":
            found = [t for t, _ in todos if rest in t]
            print(f"{len(found)} found:", "; ".join(found))
        case "undo":
            if history:
                todos = history.pop()
                print("undone")
        case "rename":
            number, new = rest.split(maxsplit=1)
            save()
            todos[int(number) - 1] = (new, todos[int(number) - 1][1])
        case "sort":
            todos.sort(key=lambda item: (item[1], item[0].lower()))
        case "stats":
            done = sum(1 for _, d in todos if d)
            print(f"{done}/{len(todos)} done ({done / len(todos):.0%}), {len(history)} steps to undo")
        case "quit" | "exit":
            print("goodbye")
            break
        case other:
            print(f"unknown command {other!r}")
print(sorted(t for t, _ in todos))
