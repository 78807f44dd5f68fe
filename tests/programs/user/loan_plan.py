# A loan's payment plan.
from math import ceil


def money(x):
    cents = round(abs(x) * 100)
    whole, rest = divmod(cents, 100)
    text = ""
    while whole >= 1000:
        whole, group = divmod(whole, 1000)
        text = "," + ("00" if group < 10 else "0" if group < 100 else "") + str(group) + text
    return ("-" if x < 0 else "") + "$" + str(whole) + text + "." + ("0" if rest < 10 else "") + str(rest)


def payment(principal, yearly_rate, months):
    if months <= 0:
        raise ValueError("months must be positive")
    rate = yearly_rate / 12
    if rate == 0:
        return principal / months
    factor = (1 + rate) ** months
    return principal * rate * factor / (factor - 1)


def plan(principal, yearly_rate, monthly, *, limit=600, show_every=12):
    balance = principal
    interest_paid = 0
    month = 0
    while balance > 0:
        interest = balance * yearly_rate / 12
        if interest >= monthly:
            return None
        interest_paid += interest
        balance += interest - monthly
        month += 1
        if balance < 0:
            balance = 0
        if month % show_every == 0:
            print("  month", month, "balance", money(balance), "interest so far", money(interest_paid))
        if month == limit:
            break
    else:
        return month, interest_paid
    return month, interest_paid, balance


def report(principal, rate, monthly):
    print(money(principal), "at", rate * 100, "% with", money(monthly), "a month")
    result = plan(principal, rate, monthly)
    if result is None:
        print("  the loan is never paid")
    elif len(result) == 3:
        month, interest, left = result
        print("  stopped after", month, "months:", money(left), "left,", money(interest), "interest")
    else:
        month, interest = result
        print("  paid after", month, "months, or", ceil(month / 12), "years:", money(interest), "interest")


report(10000, 0.05, 450.0)
report(10000, 0.05, 40)
report(1200, 0, 100)
report(250000, 0.0375, 1200)
monthly = payment(10000, 0.05, 24)
print("for two years:", money(monthly), monthly)
print("without interest:", payment(1200, 0, 12), money(payment(1200, 0, 12)))
print(money(1234567.891), money(-0.5), money(0), money(999.995), money(1000000))
try:
    payment(100, 0.01, 0)
except ValueError as e:
    print("error:", e)
