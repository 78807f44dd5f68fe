from dataclasses import dataclass


@dataclass(order=True)
class Version:
    major: int
    minor: int
    label: str = ""


vs = [Version(1, 2), Version(1, 0, "rc"), Version(0, 9), Version(1, 0)]
print(sorted(vs))
print(max(vs), min(vs))
print(Version(1, 2) < Version(1, 3), Version(1, 2) <= Version(1, 2), Version(2, 0) > Version(1, 9))
print(Version(1, 2) >= Version(1, 2, "a"))
