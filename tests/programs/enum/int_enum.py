from enum import IntEnum, auto


class Priority(IntEnum):
    LOW = 1
    MID = 5
    HIGH = auto()


print(Priority.LOW, repr(Priority.MID), int(Priority.HIGH), Priority.HIGH.value)
print(Priority.LOW < Priority.HIGH, Priority.MID > 3, Priority.MID == 5, Priority.LOW != 1)
print(Priority.LOW + 1, Priority.HIGH - Priority.LOW, 10 * Priority.MID, 7 - Priority.LOW)
print(sorted([Priority.HIGH, Priority.LOW, Priority.MID]), max(Priority))
print(f"{Priority.MID:03d}", Priority(5).name, f"{Priority.MID}")
print({Priority.LOW: "a"}[Priority.LOW], bool(Priority.LOW), 3 < Priority.MID)
