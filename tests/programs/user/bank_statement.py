# Bank statements: parsing, running balances, interest, monthly totals, in cents.
STATEMENT = """
2024-01-03;Salary;2500.00
2024-01-05;Rent;-850.00
2024-01-17;Groceries;-123.45
2024-02-01;Salary;2500.00
2024-02-05;Rent;-850.00
2024-02-11;Bike;-1,299.99
broken line
2024-02-30;Typo;12.3.4
2024-03-01;Salary;2500
"""


def cents(text):
    text = text.replace(",", "")
    sign = -1 if text.startswith("-") else 1
    whole, dot, part = text.lstrip("+-").partition(".")
    if not whole.isdigit() or (dot and not part.isdigit()):
        raise ValueError("bad amount: " + repr(text))
    return sign * (int(whole) * 100 + int(part.ljust(2, "0")[:2] or 0))


def money(n):
    return f"{'-' if n < 0 else ''}{abs(n) // 100:,}.{abs(n) % 100:02d}"


def parse(text):
    entries, errors = [], []
    for number, line in enumerate(text.strip().split("\n"), start=1):
        try:
            date, what, amount = line.split(";")
            entries.append((date, what, cents(amount)))
        except ValueError as error:
            errors.append((number, str(error)))
    return entries, errors


entries, errors = parse(STATEMENT)
balance = 10000
lowest = balance
print(f"{'Date':<12}{'What':<12}{'Amount':>12}{'Balance':>12}")
for date, what, amount in entries:
    balance += amount
    lowest = min(lowest, balance)
    print(f"{date:<12}{what:<12}{money(amount):>12}{money(balance):>12}")
for number, error in errors:
    print(f"line {number}: {error}")
print("lowest", money(lowest))
months = {}
for date, _, amount in entries:
    key = tuple(int(p) for p in date.split("-")[:2])
    income, spending = months.get(key, (0, 0))
    if amount > 0:
        income += amount
    else:
        spending -= amount
    months[key] = (income, spending)
for (year, month), (income, spending) in months.items():
    print(f"{month:02}/{year}: in {money(income)} out {money(spending)} saved {(income - spending) / income:.1%}")
by_kind = {}
for _, what, amount in entries:
    by_kind[what] = by_kind.get(what, 0) + amount
for what, total in sorted(by_kind.items(), key=lambda kv: kv[1]):
    print(f"{what:>10} {money(total)}")


def compound(principal, rate, years, times=12):
    return principal * (1 + rate / times) ** (times * years)


for years in range(0, 21, 5):
    print(f"{years:>2} years: {compound(1000, 0.05, years):>10,.2f}")
principal, payment, month = 100000, 9000, 0
while principal > 0:
    month += 1
    interest = round(principal * 0.01)
    pay = min(payment, principal + interest)
    principal = principal + interest - pay
    if month % 4 == 0 or principal == 0:
        print(f"month {month}: interest {money(interest)}, left {money(principal)}")
accounts = {"alice": 100, "bob": 50}


def transfer(a, b, amount):
    if accounts[a] < amount:
        raise ValueError(f"{a} has only {accounts[a]}")
    accounts[a] -= amount
    accounts[b] += amount


for a, b, amount in [("alice", "bob", 30), ("bob", "alice", 500), ("alice", "carol", 1)]:
    try:
        transfer(a, b, amount)
    except KeyError as e:
        accounts[a] += amount
        print("no account", e)
    except ValueError as e:
        print(e)
    finally:
        print(accounts)
