class BankError(Exception):
    pass


class Unknown(BankError, KeyError):
    def __init__(self, key):
        super().__init__(key)
        self.key = key


class Both(KeyError, AttributeError):
    pass


try:
    raise Unknown(5)
except KeyError as e:
    print(isinstance(e, BankError), isinstance(e, Unknown), isinstance(e, ValueError))
for x in [Unknown(1), KeyError(2)]:
    try:
        raise x
    except KeyError as e:
        print("both" if isinstance(e, BankError) else "key only")
        if isinstance(e, Unknown):
            print(e.key, e)


def test(e):
    try:
        raise e
    except KeyError as e:
        kind = "attribute" if isinstance(e, AttributeError) else "key"
        try:
            raise
        except AttributeError:
            return kind + " again"
        except BankError as e:
            return kind + " bank " + type(e).__name__
        except LookupError:
            return kind + " lookup"


print(test(Both("b")), test(KeyError("k")), test(Unknown("u")))
for x in (Both("x"), Unknown("z")):
    try:
        raise x
    except (AttributeError, ValueError) as e:
        print("first", repr(e), isinstance(e, KeyError))
    except BankError as e:
        print("second", repr(e), isinstance(e, KeyError), isinstance(e, LookupError))
try:
    raise Both("b")
except KeyError as e:
    try:
        raise e
    except AttributeError:
        print("attribute")
