# Each class is caught by its bases.
def attempt(n):
    if n == 0:
        raise ModuleNotFoundError("no module")
    if n == 1:
        raise UnboundLocalError("local")
    if n == 2:
        raise FloatingPointError("fp")
    if n == 3:
        raise RecursionError("deep")
    if n == 4:
        raise NotImplementedError("later")
    if n == 5:
        raise UnicodeError("text")
    if n == 6:
        raise FileNotFoundError("file")
    if n == 7:
        raise StopIteration("stop")
    if n == 8:
        raise EOFError("eof")
    if n == 9:
        raise MemoryError("memory")
    if n == 10:
        raise UserWarning("warning")
    if n == 11:
        raise IndentationError("indent")
    if n == 12:
        raise IOError("io")
    if n == 13:
        raise AttributeError("attribute")
    if n == 14:
        raise BufferError("buffer")
    if n == 15:
        raise GeneratorExit("generator")


for n in range(16):
    try:
        attempt(n)
    except ImportError as e:
        print("ImportError", e)
    except NameError as e:
        print("NameError", e)
    except ArithmeticError as e:
        print("ArithmeticError", e)
    except RuntimeError as e:
        print("RuntimeError", e)
    except ValueError as e:
        print("ValueError", e)
    except OSError as e:
        print("OSError", e)
    except Warning as e:
        print("Warning", e)
    except SyntaxError as e:
        print("SyntaxError", e)
    except Exception as e:
        print("Exception", repr(e))
    except BaseException as e:
        print("BaseException", repr(e))
