from dataclasses import dataclass, InitVar, field


@dataclass
class Account:
    balance: int
    bonus: InitVar[int] = 0
    history: list[int] = field(default_factory=list)
    doubled: int = field(init=False)

    def __post_init__(self, bonus):
        if self.balance < 0:
            raise ValueError("negative balance")
        self.balance += bonus
        self.history.append(self.balance)
        self.doubled = self.balance * 2


print(Account(5), Account(5, 3))
try:
    Account(-1)
except ValueError as e:
    print("refused:", e)
