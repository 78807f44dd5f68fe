# An inventory: dicts of dicts, changed by commands, with errors.
inventory = {
    "apple": {"price": 0.5, "quantity": 120, "tags": ["fruit", "red"]},
    "bread": {"price": 2.75, "quantity": 15, "tags": ["bakery"]},
    "cheese": {"price": 7.2, "quantity": 8, "tags": ["dairy", "cold"]},
}

COMMANDS = """add milk 1.15 30 dairy,cold
sell apple 20
sell bread 16
sell wine 1
sell cheese two
price apple 0.55
remove bread
remove bread
add egg 0.3
bogus"""


def add(name, price, quantity, tags=""):
    inventory[name] = {"price": float(price), "quantity": int(quantity), "tags": tags.split(",")}


def sell(name, amount):
    item = inventory[name]
    amount = int(amount)
    if amount > item["quantity"]:
        raise ValueError(f"only {item['quantity']} of {name} left")
    item["quantity"] -= amount
    return amount * item["price"]


def report():
    print("%-10s%8s%6s  %s" % ("item", "price", "qty", "tags"))
    print("=" * 34)
    total = 0
    for name, item in sorted(inventory.items()):
        value = item["price"] * item["quantity"]
        total += value
        print("{:<10}{:>8.2f}{:>6}  {}".format(name, item["price"], item["quantity"], "/".join(sorted(item["tags"]))))
    print("total value: {:,.2f}".format(total))


revenue = 0
report()
for number, line in enumerate(COMMANDS.splitlines(), 1):
    command, *args = line.split()
    try:
        if command == "add":
            name, price, quantity, tags = args
            add(name, price, quantity, tags)
        elif command == "sell":
            revenue += sell(args[0], args[1])
        elif command == "price":
            inventory[args[0]]["price"] = float(args[1])
        elif command == "remove":
            del inventory[args[0]]
        else:
            raise RuntimeError("unknown command " + command)
    except KeyError as e:
        print(f"line {number}: no such item: {e}")
    except ValueError as e:
        print(f"line {number}: {e}")
    except RuntimeError as e:
        print("line %d: %s" % (number, e))
report()
print(f"revenue {revenue:.2f}")
tags = {}
for name, item in inventory.items():
    for tag in item["tags"]:
        tags.setdefault(tag, set()).add(name)
for tag in sorted(tags):
    print(tag, sorted(tags[tag]))
cheap = {k: v["price"] for k, v in inventory.items() if v["price"] < 1}
print(cheap, min(cheap, key=cheap.get))
