from enum import Flag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


both = Perm.R | Perm.X
print(both, repr(both), both.value, both is Perm.R | Perm.X)
print(Perm.RW, Perm.R in Perm.RW, Perm.X in Perm.RW, Perm(3), Perm(0), repr(Perm(0)))
print(Perm.RW & Perm.W, Perm.RW ^ Perm.R, ~Perm.R, bool(Perm.R & Perm.W))
print(list(Perm), [p.name for p in Perm.RW], len(Perm))
perms = Perm.R
perms |= Perm.W
print(perms, perms == Perm.RW)
