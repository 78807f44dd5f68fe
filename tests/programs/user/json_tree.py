# A tree of dicts, lists and scalars: walked, shown, changed.
tree = {
    "name": "root",
    "size": 3,
    "children": [
        {"name": "left", "size": 1.5, "children": []},
        {"name": "right", "size": None, "children": [{"name": "leaf", "size": True, "children": []}]},
    ],
}


def show(node, depth=0):
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, (dict, list)):
                print("  " * depth + key + ":")
                show(value, depth + 1)
            else:
                print("  " * depth + f"{key} = {value!r}")
    elif isinstance(node, list):
        for item in node:
            show(item, depth + 1)


def count(node):
    if isinstance(node, dict):
        return 1 + sum(count(v) for v in node.values())
    if isinstance(node, list):
        return sum(count(v) for v in node)
    return 0


show(tree)
print(count(tree), len(tree["children"]))
print(tree)
