# Topological sorting, components, cycles, union-find, Kruskal, priority scheduling.
TASKS = {
    "dress": ["shower"],
    "shower": ["wake"],
    "breakfast": ["wake", "shower"],
    "work": ["dress", "breakfast", "commute"],
    "commute": ["dress"],
    "wake": [],
}


def topological(tasks):
    remaining = {t: set(needs) for t, needs in tasks.items()}
    order = []
    while remaining:
        ready = sorted(t for t, needs in remaining.items() if not needs)
        if not ready:
            raise ValueError("cycle among " + ", ".join(sorted(remaining)))
        for t in ready:
            del remaining[t]
        for needs in remaining.values():
            needs -= set(ready)
        order.extend(ready)
    return order


def depth_first(tasks):
    order, state = [], {}

    def visit(t, path):
        if state.get(t) == "done":
            return
        if state.get(t) == "open":
            raise ValueError(" -> ".join(path + [t]))
        state[t] = "open"
        for n in tasks.get(t, []):
            visit(n, path + [t])
        state[t] = "done"
        order.append(t)

    for t in tasks:
        visit(t, [])
    return order


def find(parent, x):
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x


def union(parent, size, a, b):
    a, b = find(parent, a), find(parent, b)
    if a == b:
        return False
    if size[a] < size[b]:
        a, b = b, a
    parent[b] = a
    size[a] += size[b]
    return True


def kruskal(edges):
    nodes = {n for a, b, _ in edges for n in (a, b)}
    parent = {n: n for n in nodes}
    size = dict.fromkeys(nodes, 1)
    tree = [(a, b, w) for a, b, w in sorted(edges, key=lambda e: (e[2], e[:2])) if union(parent, size, a, b)]
    return tree, sum(w for *_, w in tree)


def schedule(jobs, workers):
    """Each job goes to the worker who is free first."""
    free = [(0, w) for w in range(workers)]
    plan = []
    for name, length in sorted(jobs.items(), key=lambda kv: (-kv[1], kv[0])):
        time, w = min(free)
        free.remove((time, w))
        free.append((time + length, w))
        plan.append((w, time, name))
    return sorted(plan), max(t for t, _ in free)


print(topological(TASKS))
print(depth_first(TASKS))
TASKS["wake"].append("work")
for sorter in (topological, depth_first):
    try:
        print(sorter(TASKS))
    except ValueError as e:
        print("error:", e)
edges = [("A", "B", 4), ("A", "C", 1), ("B", "C", 2), ("B", "D", 5), ("C", "D", 8), ("D", "E", 3), ("F", "G", 7)]
tree, total = kruskal(edges)
for a, b, w in tree:
    print(f"{a}-{b}: {w}")
print("total", total)
graph = {}
for a, b, _ in edges:
    graph.setdefault(a, set()).add(b)
    graph.setdefault(b, set()).add(a)
seen, components = set(), []
for start in sorted(graph):
    if start in seen:
        continue
    queue, group = [start], []
    seen.add(start)
    while queue:
        node = queue.pop(0)
        group.append(node)
        for n in sorted(graph[node] - seen):
            seen.add(n)
            queue.append(n)
    components.append(group)
print(components)
plan, finish = schedule({"a": 5, "b": 3, "c": 8, "d": 2, "e": 2, "f": 4}, 3)
for w, start, name in plan:
    print(f"worker {w}: {' ' * start}{name}")
print("finished at", finish)
