# Conversion of temperatures, with checks.
ABSOLUTE_ZERO_C = -273.15


def c_to_f(celsius: float) -> float:
    return celsius * 9 / 5 + 32


def f_to_c(fahrenheit: float) -> float:
    return (fahrenheit - 32) * 5 / 9


def c_to_k(celsius: float) -> float:
    if celsius < ABSOLUTE_ZERO_C:
        raise ValueError(f"{celsius} °C is below absolute zero")
    return celsius - ABSOLUTE_ZERO_C


def convert(value, source, target="C"):
    if source == target:
        return value
    if source == "F":
        celsius = f_to_c(value)
    elif source == "K":
        if value < 0:
            raise ValueError("negative kelvin")
        celsius = value + ABSOLUTE_ZERO_C
    elif source == "C":
        celsius = value
    else:
        raise KeyError(source)
    if target == "F":
        return c_to_f(celsius)
    if target == "K":
        return c_to_k(celsius)
    if target == "C":
        return celsius
    raise KeyError(target)


def feeling(celsius):
    if celsius < -10:
        return "freezing"
    if celsius < 10:
        return "cold"
    if 10 <= celsius < 20:
        return "mild"
    if celsius < 30:
        return "warm"
    return "hot"


print("celsius", "fahrenheit", "kelvin", "feeling", sep="\t")
for celsius in range(-40, 51, 15):
    print(celsius, c_to_f(celsius), round(c_to_k(celsius), 2), feeling(celsius), sep="\t")

equal = None
for degrees in range(-100, 100):
    if c_to_f(degrees) == degrees:
        equal = degrees
        break
if equal is not None:
    print("both scales agree at", equal)
else:
    print("the scales never agree")


def attempt(value, source, target="C"):
    try:
        result = convert(value, source, target)
    except ValueError as e:
        print("impossible:", e)
    except KeyError as e:
        print("unknown scale:", e)
    else:
        print(value, source, "=", result, target)


attempt(100, "C", "F")
attempt(212, "F")
attempt(0, "K", target="F")
attempt(-300, "C", "K")
attempt(-1, "K")
attempt(5, "X")
attempt(5, "C", target="R")
attempt(5, "C", "C")
attempt(98.6, target="K", source="F")
