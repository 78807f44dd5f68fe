class C:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print(tb is None, t is None, "commit" if tb is None else "rollback")
        self.tb = tb
        if tb:
            print("failed")
        return True


with C():
    1 // 0
with C() as c:
    pass
print(c.tb)
