"""Hints to RPython's tracing JIT: accepted and ignored."""


def elidable(func):
    return func


purefunction = elidable
elidable_promote = elidable


def unroll_safe(func):
    return func


def dont_look_inside(func):
    return func


def look_inside(func):
    return func


def not_in_trace(func):
    return func


def loop_invariant(func):
    return func


def oopspec(spec):
    return elidable


def look_inside_iff(predicate):
    return elidable


def promote(x):
    return x


def promote_string(x):
    return x


def promote_unicode(x):
    return x


def hint(x, **hints):
    return x


def isconstant(x):
    return False


def isvirtual(x):
    return False


def we_are_jitted():
    return False


def conditional_call(condition, function, *args):
    if condition:
        function(*args)


def set_param(driver, name, value):
    pass


def set_user_param(driver, text):
    pass


class JitDriver:
    """`greens` say where in the program an interpreter is, `reds` are its other variables."""

    def __init__(
        self,
        greens=None,
        reds=None,
        virtualizables=None,
        get_jitcell_at=None,
        set_jitcell_at=None,
        get_printable_location=None,
        confirm_enter_jit=None,
        can_never_inline=None,
        should_unroll_one_iteration=None,
        name="jitdriver",
        check_untranslated=True,
        vectorize=False,
        get_unique_id=None,
        is_recursive=False,
        get_location=None,
    ):
        self.name = name

    def jit_merge_point(self, **variables):
        pass

    def can_enter_jit(self, **variables):
        pass

    def loop_header(self):
        pass
