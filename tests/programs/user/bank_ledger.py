accounts = {"ann": 100, "bob": 50}
ledger = []


def transfer(source, target, amount):
    if amount <= 0:
        raise ValueError(f"amount must be positive: {amount}")
    if accounts[source] < amount:
        raise ValueError(f"{source} has {accounts[source]}, needs {amount}")
    accounts[source] -= amount
    accounts[target] = accounts.get(target, 0) + amount
    ledger.append((source, target, amount))


orders = [("ann", "bob", 30), ("bob", "cy", 75), ("cy", "ann", 100), ("dan", "ann", 1), ("ann", "bob", -5)]
for order in orders:
    try:
        transfer(*order)
    except ValueError as e:
        print("refused:", e)
    except KeyError as e:
        print("no account:", e)
    else:
        print("ok:", order)
print(accounts, len(ledger))
totals = {}
for source, target, amount in ledger:
    totals[source] = totals.get(source, 0) - amount
    totals[target] = totals.get(target, 0) + amount
print(totals, sum(totals.values()))
for name, balance in sorted(accounts.items(), key=lambda a: a[1], reverse=True):
    print(f"{name:>5}: {balance:6.2f}")
