# Breadth first, depth first, and Dijkstra by a sorted frontier.
graph = {
    "A": {"B": 4, "C": 2},
    "B": {"D": 5},
    "C": {"B": 1, "D": 8, "E": 10},
    "D": {"E": 2, "F": 6},
    "E": {"F": 3},
    "F": {},
}


def bfs(start):
    seen = {start}
    order = []
    queue = [start]
    while queue:
        node = queue.pop(0)
        order.append(node)
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return order


def dfs(node, seen=None):
    if seen is None:
        seen = []
    seen.append(node)
    for other in graph[node]:
        if other not in seen:
            dfs(other, seen)
    return seen


def dijkstra(start):
    distance = {start: 0}
    before = {}
    frontier = [(0, start)]
    done = set()
    while frontier:
        frontier.sort(reverse=True)
        d, node = frontier.pop()
        if node in done:
            continue
        done.add(node)
        for other, weight in graph[node].items():
            if other not in distance or d + weight < distance[other]:
                distance[other] = d + weight
                before[other] = node
                frontier.append((d + weight, other))
    return distance, before


def path(before, goal):
    steps = [goal]
    while steps[-1] in before:
        steps.append(before[steps[-1]])
    return steps[::-1]


print(bfs("A"), bfs("D"))
print(dfs("A"))
distance, before = dijkstra("A")
for node in sorted(distance):
    print(node, distance[node], " -> ".join(path(before, node)))
incoming = {node: [n for n, edges in graph.items() if node in edges] for node in graph}
print(incoming)
