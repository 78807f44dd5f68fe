"""A simulated bank account with fees, interest and refused withdrawals."""
import sys

balance = 0
transactions = 0
refused = 0


def euros(cents):
    sign = "-" if cents < 0 else ""
    cents = abs(cents)
    rest = cents % 100
    return sign + str(cents // 100) + "." + ("0" if rest < 10 else "") + str(rest)


def deposit(amount, *, note=""):
    global balance, transactions
    if amount <= 0:
        raise ValueError(f"cannot deposit {amount}")
    balance += amount
    transactions += 1
    print("  +", euros(amount), note or "deposit")


def withdraw(amount, fee=25, overdraft=0):
    global balance, transactions, refused
    total = amount + fee
    if total > balance + overdraft:
        refused += 1
        raise RuntimeError(f"not enough money: {euros(balance)} of {euros(total)}")
    balance -= total
    transactions += 1
    print("  -", euros(amount), "fee", euros(fee))
    return total


def add_interest(rate):
    global balance
    interest = round(balance * rate)
    balance += interest
    return interest


def transfer(amount, times=1):
    done = 0
    for i in range(times):
        try:
            withdraw(amount, fee=5)
        except RuntimeError as e:
            print("  refused:", e)
            break
        else:
            done += 1
        finally:
            print("  attempt", i + 1, "of", times)
    return done


def statement(title):
    print(title, "balance", euros(balance), "after", transactions, "transactions,", refused, "refused")


def main():
    deposit(100000, note="salary")
    deposit(2550)
    statement("start:")
    print("transfers done:", transfer(20000, times=3), transfer(15000, 4))
    statement("after transfers:")
    for amount in (0, -5):
        try:
            deposit(amount)
        except ValueError as e:
            print("  wrong:", e)
    for year in range(1, 6):
        print("  year", year, "interest", euros(add_interest(0.0125)))
    statement("end:")
    try:
        withdraw(1000000, overdraft=100)
    except RuntimeError as e:
        print("error:", e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    code = main()
    print("exit code", code)
    sys.exit(code)
