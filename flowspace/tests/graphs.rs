//! Printed graphs of small programs: what a person would draw.

mod common;

/// The printed functions of a program, without its top level if that is not the matter.
fn printed(text: &str) -> String {
    common::printed(&[("prog.py", text)])
}

fn function(text: &str) -> String {
    let all = printed(text);
    let start = all.find("\ndef ").expect("there is a function behind the top level");
    all[start + 1..].to_owned()
}

#[test]
fn a_loop_has_parameters_only_for_what_changes() {
    let text = "\
def f(n, k):
    s = 0
    while s < n:
        if k is None:
            return k
        s += k
    return s
";
    assert_eq!(
        function(text),
        "\
def __main__.f(n, k):
  block0(v0:n, v1:k):
    v2:s = const 0
    jump block1(v2)
  block1(v3:s):
    v4 = < v3 v0
    v5 = truth v4
    branch v5 block2() block5()
  block2():
    v6:s = refine[<] v3 v0
    v7 = const None
    v8 = is v1 v7
    branch v8 block3() block4()
  block3():
    v9:k = refine[is None] v1
    return v9
  block4():
    v10:k = refine[is not None] v1
    v11:s = += v6 v10
    jump block1(v11)
  block5():
    v12:s = refine[>=] v3 v0
    return v12
"
    );
}

#[test]
fn names_that_may_be_unbound_are_checked() {
    let text = "\
def f(c):
    if c:
        x = 1
        y = 1
    else:
        y = 2
    return x, y
";
    assert_eq!(
        function(text),
        "\
def __main__.f(c):
  block0(v0:c):
    v1 = const <unbound>
    v2 = truth v0
    branch v2 block1() block2()
  block1():
    v3:x = const 1
    v4:y = const 1
    jump block3(v3, v4)
  block2():
    v5:y = const 2
    jump block3(v1, v5)
  block3(v6:x, v7:y):
    v8:x = check_bound[x] v6
    v9 = tuple v8 v7
    return v9
"
    );
}

#[test]
fn values_of_short_circuits_and_chains() {
    let text = "\
def f(a, b, c):
    return a or b < c < 3
";
    assert_eq!(
        function(text),
        "\
def __main__.f(a, b, c):
  block0(v0:a, v1:b, v2:c):
    v3 = truth v0
    branch v3 block1() block2()
  block1():
    v4:a = refine[truthy] v0
    jump block4(v4)
  block2():
    v5 = < v1 v2
    v6 = truth v5
    branch v6 block3() block4(v5)
  block3():
    v7 = const 3
    v8 = < v2 v7
    jump block4(v8)
  block4(v9):
    return v9
"
    );
}

#[test]
fn handlers_and_finally() {
    let text = "\
def f(x):
    try:
        return x()
    except ValueError as e:
        print(e)
    finally:
        x = 0
";
    assert_eq!(
        function(text),
        "\
def __main__.f(x):
  block0(v0:x):
    v1 = call v0
    guard block1() except v2 block2(v2)
  block1():
    return v1
  block2(v3):
    v4 = const ValueError
    v5 = match_exception v3 v4
    branch v5 block3() block7()
  block3():
    v6:e = refine[isinstance] v3 v4
    v7 = const print
    v8 = call v7 v6
    guard block4() except v9 block5(v9)
  block4():
    v10 = const None
    return v10
  block5(v11):
    attach_context v11 v6
    reraise v11
    guard block6() except v12 block9(v12)
  block6():
    unreachable
  block7():
    reraise v3
    guard block8() except v13 block9(v13)
  block8():
    unreachable
  block9(v14):
    reraise v14
    unreachable
"
    );
}

#[test]
fn a_for_loop_is_a_step() {
    let text = "\
def f(n):
    for i, j in n:
        if i == j:
            break
    else:
        return 0
    return i
";
    assert_eq!(
        function(text),
        "\
def __main__.f(n):
  block0(v0:n):
    v1 = iter v0
    jump block1(v1)
  block1(v2):
    v3, v4 = next v2 block2(v3, v4) done block4()
  block2(v5, v6):
    v7:i, v8:j = unpack[2] v5
    v9 = == v7 v8
    v10 = truth v9
    branch v10 block3() block1(v6)
  block3():
    v11:i = refine[==] v7 v8
    return v11
  block4():
    v12 = const 0
    return v12
"
    );
}

#[test]
fn the_top_level() {
    let text = "\
import math
LIMIT = -3
count = 0
last = None

def step(by=LIMIT):
    global count
    count += by
    return LATE

if __name__ == '__main__':
    last = step()
    print(f'{last} {count!r}', math.pi)
else:
    never()
LATE = 1
";
    let all = printed(text);
    let own = all.find("def math.").expect("the module that is imported");
    assert_eq!(
        all[..own],
        *"\
def __main__.<module>():
  block0():
    v0 = const <module>
    v1 = call v0
    v2 = const 0
    store __main__.count v2
    v3 = const -3
    store __main__.<step.by> v3
    v4 = const step
    v5:last = call v4
    v6 = const print
    v7 = format[none] v5
    v8 = const \" \"
    v9:count = load __main__.count
    v10 = format[repr] v9
    v11 = concat v7 v8 v10
    v12 = const math.pi
    v13 = call v6 v11 v12
    v14 = const 1
    store __main__.LATE v14
    v15 = const None
    return v15
def __main__.step(by):
  block0(v0:by):
    v1:count = load __main__.count
    v2 = += v1 v0
    store __main__.count v2
    v3:LATE = load __main__.LATE
    v4 = check_bound[LATE] v3
    v5 = const 1
    return v5
"
    );
}

#[test]
fn displays_grow_from_their_first_star_on() {
    let text = "\
def f(a, b):
    x, *y = [a, *b, 3]
    (1, *b), {*a}, {'k': a, **b, 'l': x, b'm': y}
    x[1:, ::a] = y[:2]
    del x[0]
";
    assert_eq!(
        function(text),
        "\
def __main__.f(a, b):
  block0(v0:a, v1:b):
    v2 = list v0
    list_extend v2 v1
    v3 = const 3
    list_append v2 v3
    v4:x, v5:y = unpack[1, *, 0] v2
    v6 = const 1
    v7 = list v6
    list_extend v7 v1
    v8 = list_to_tuple v7
    v9 = set
    set_update v9 v0
    v10 = const \"k\"
    v11 = dict v10 v0
    dict_update v11 v1
    v12 = const \"l\"
    v13 = const b\"m\"
    dict_setitem v11 v12 v4
    dict_setitem v11 v13 v5
    v14 = tuple v8 v9 v11
    v15 = const None
    v16 = const 2
    v17 = const None
    v18 = slice v15 v16 v17
    v19 = getitem v5 v18
    v20 = const 1
    v21 = const None
    v22 = const None
    v23 = slice v20 v21 v22
    v24 = const None
    v25 = const None
    v26 = slice v24 v25 v0
    v27 = tuple v23 v26
    setitem v4 v27 v19
    v28 = const 0
    delitem v4 v28
    v29 = const None
    return v29
"
    );
}

#[test]
fn a_step_under_a_handler_may_raise() {
    let text = "\
def f(a):
    try:
        for x in a:
            pass
    except KeyError:
        return 1
";
    assert_eq!(
        function(text),
        "\
def __main__.f(a):
  block0(v0:a):
    v1 = iter v0
    guard block1(v1) except v2 block3(v2)
  block1(v3):
    v4, v5 = next v3 block1(v5) done block2() except v6 block3(v6)
  block2():
    v7 = const None
    return v7
  block3(v8):
    v9 = const KeyError
    v10 = match_exception v8 v9
    branch v10 block4() block5()
  block4():
    v11 = const 1
    return v11
  block5():
    reraise v8
    unreachable
"
    );
}

#[test]
fn format_specs_are_strings() {
    assert_eq!(
        function("def f(x, n):\n    return f'{x!r:>{n}}|{x=:.2f}' 'end' f'{x:}'\n"),
        "\
def __main__.f(x, n):
  block0(v0:x, v1:n):
    v2 = const \">\"
    v3 = format[none] v1
    v4 = concat v2 v3
    v5 = format_spec[repr] v0 v4
    v6 = const \"|x=\"
    v7 = const \".2f\"
    v8 = format_spec[none] v0 v7
    v9 = const \"end\"
    v10 = format[none] v0
    v11 = concat v5 v6 v8 v9 v10
    return v11
"
    );
}

#[test]
fn a_comprehension_is_a_function_that_is_called_at_once() {
    let text = "\
def f(xs, n):
    return {k: [k + n for y in v if y] for k, v in xs}
";
    assert_eq!(
        function(text),
        "\
def __main__.f(xs, n):
  block0(v0:xs, v1:n):
    v2 = iter v0
    v3 = const f.<locals>.<dictcomp>
    v4 = call v3 v2 v1
    return v4
def __main__.f.<locals>.<dictcomp>(.0, n):
  block0(v0:.0, v1:n):
    v2 = dict
    jump block1(v0)
  block1(v3):
    v4, v5 = next v3 block2(v4, v5) done block3()
  block2(v6, v7):
    v8:k, v9:v = unpack[2] v6
    v10 = iter v9
    v11 = const f.<locals>.<dictcomp>.<locals>.<listcomp>
    v12 = call v11 v10 v8 v1
    dict_setitem v2 v8 v12
    jump block1(v7)
  block3():
    return v2
def __main__.f.<locals>.<dictcomp>.<locals>.<listcomp>(.0, k, n):
  block0(v0:.0, v1:k, v2:n):
    v3 = list
    jump block1(v0)
  block1(v4):
    v5, v6 = next v4 block2(v5, v6) done block4()
  block2(v7:y, v8):
    v9 = truth v7
    branch v9 block3() block1(v8)
  block3():
    v10 = + v1 v2
    list_append v3 v10
    jump block1(v8)
  block4():
    return v3
"
    );
}

#[test]
fn generators_that_are_used_up() {
    let text = "\
def f(xs):
    if any(x < 0 for x in xs):
        return '|'.join(str(x) for x in xs)
    return sum((x for x in xs), len(xs))
";
    assert_eq!(
        function(text),
        "\
def __main__.f(xs):
  block0(v0:xs):
    v1 = iter v0
    v2 = const f.<locals>.<genexpr>
    v3 = call v2 v1
    end_iter v1
    branch v3 block1() block2()
  block1():
    v4 = const \"|\"
    v5 = getattr[join] v4
    v6 = iter v0
    v7 = const f.<locals>.<genexpr>
    v8 = call v7 v6
    v9 = call v5 v8
    return v9
  block2():
    v10 = const sum
    v11 = iter v0
    v12 = const len
    v13 = call v12 v0
    v14 = const f.<locals>.<genexpr>
    v15 = call v14 v11
    v16 = call v10 v15 v13
    return v16
def __main__.f.<locals>.<genexpr>(.0):
  block0(v0:.0):
    jump block1(v0)
  block1(v1):
    v2, v3 = next v1 block2(v2, v3) done block4()
  block2(v4:x, v5):
    v6 = const 0
    v7 = < v4 v6
    v8 = truth v7
    branch v8 block3() block1(v5)
  block3():
    v9 = const True
    return v9
  block4():
    v10 = const False
    return v10
def __main__.f.<locals>.<genexpr>(.0):
  block0(v0:.0):
    v1 = list
    jump block1(v0)
  block1(v2):
    v3, v4 = next v2 block2(v3, v4) done block3()
  block2(v5:x, v6):
    v7 = const str
    v8 = call v7 v5
    list_append v1 v8
    jump block1(v6)
  block3():
    return v1
def __main__.f.<locals>.<genexpr>(.0):
  block0(v0:.0):
    v1 = list
    jump block1(v0)
  block1(v2):
    v3, v4 = next v2 block2(v3, v4) done block3()
  block2(v5:x, v6):
    list_append v1 v5
    jump block1(v6)
  block3():
    return v1
"
    );
}

#[test]
fn what_is_bound_after_its_capture_lives_in_a_cell() {
    let text = "\
def f(a, b):
    total = 0
    def add(n, by=a):
        nonlocal total
        total += n * b + by
    def twice(n):
        return n if n < 2 else twice(n - 1) + twice(n - 2)
    for i in a:
        add(twice(i))
        yield_ = lambda: i
    return total, yield_
";
    assert_eq!(
        function(text),
        "\
def __main__.f(a, b):
  block0(v0:a, v1:b):
    v2 = const <unbound>
    v3 = const <unbound>
    v4 = new_cell v3
    v5 = const 0
    v6 = new_cell v5
    v7:add = closure[f.<locals>.add] v1 v6 v0
    v8 = iter v0
    jump block1(v8, v2)
  block1(v9, v10:yield_):
    v11, v12 = next v9 block2(v11, v12) done block3()
  block2(v13:i, v14):
    store_cell v4 v13
    v15 = const f.<locals>.twice
    v16 = call v15 v13
    v17 = call v7 v16
    v18:yield_ = closure[f.<locals>.<lambda>] v4
    jump block1(v14, v18)
  block3():
    v19:total = load_cell v6
    v20:yield_ = check_bound[yield_] v10
    v21 = tuple v19 v20
    return v21
def __main__.f.<locals>.add(b, total, <by>, n, by):
  block0(v0:b, v1:total, v2:<by>, v3:n, v4:by):
    v5:total = load_cell v1
    v6 = * v3 v0
    v7 = + v6 v4
    v8 = += v5 v7
    store_cell v1 v8
    v9 = const None
    return v9
def __main__.f.<locals>.twice(n):
  block0(v0:n):
    v1 = const 2
    v2 = < v0 v1
    v3 = truth v2
    branch v3 block1() block2()
  block1():
    v4:n = refine[<] v0 v1
    jump block3(v4)
  block2():
    v5:n = refine[>=] v0 v1
    v6 = const f.<locals>.twice
    v7 = const 1
    v8 = - v5 v7
    v9 = call v6 v8
    v10 = const f.<locals>.twice
    v11 = const 2
    v12 = - v5 v11
    v13 = call v10 v12
    v14 = + v9 v13
    jump block3(v14)
  block3(v15):
    return v15
def __main__.f.<locals>.<lambda>(i):
  block0(v0:i):
    v1:i = load_cell v0
    return v1
"
    );
}

#[test]
fn the_top_level_s_variables_are_captured_too() {
    let text = "\
def g(): pass
n = 3
xs = [i * n for i in range(n)]
n = 'text'
print(xs, [later for i in xs])
later = [i for i in range(2) if (last := i)]
";
    assert_eq!(
        printed(text),
        "\
def __main__.<module>():
  block0():
    v0 = const <unbound>
    v1:n = const 3
    v2 = const range
    v3 = call v2 v1
    v4 = iter v3
    v5 = const <listcomp>
    v6:xs = call v5 v4 v1
    v7 = const print
    v8 = iter v6
    v9 = const <listcomp>
    v10 = call v9 v8 v0
    v11 = call v7 v6 v10
    v12 = const range
    v13 = const 2
    v14 = call v12 v13
    v15 = iter v14
    v16 = const <listcomp>
    v17:later = call v16 v15
    v18 = const None
    return v18
def __main__.g():
  block0():
    v0 = const None
    return v0
def __main__.<listcomp>(.0, n):
  block0(v0:.0, v1:n):
    v2 = list
    jump block1(v0)
  block1(v3):
    v4, v5 = next v3 block2(v4, v5) done block3()
  block2(v6:i, v7):
    v8 = * v6 v1
    list_append v2 v8
    jump block1(v7)
  block3():
    return v2
def __main__.<listcomp>(.0, later):
  block0(v0:.0, v1:later):
    v2 = list
    jump block1(v0, v1)
  block1(v3, v4:later):
    v5, v6 = next v3 block2(v6) done block3()
  block2(v7):
    v8:later = check_bound[later] v4
    list_append v2 v8
    jump block1(v7, v8)
  block3():
    return v2
def __main__.<listcomp>(.0):
  block0(v0:.0):
    v1 = list
    jump block1(v0)
  block1(v2):
    v3, v4 = next v2 block2(v3, v4) done block4()
  block2(v5:i, v6):
    store __main__.last v5
    v7 = truth v5
    branch v7 block3() block1(v6)
  block3():
    list_append v1 v5
    jump block1(v6)
  block4():
    return v1
"
    );
}

#[test]
fn a_context_manager_leaves_on_every_way() {
    let text = "\
def f(m):
    with m as x:
        if x:
            return 1
        x()
";
    assert_eq!(
        function(text),
        "\
def __main__.f(m):
  block0(v0:m):
    v1 = getattr[__enter__] v0
    v2 = getattr[__exit__] v0
    v3:x = call v1
    v4 = truth v3
    guard block1() except v5 block5(v5)
  block1():
    branch v4 block2() block3()
  block2():
    v6 = const 1
    v7 = const None
    v8 = call v2 v7 v7 v7
    return v6
  block3():
    v9:x = refine[falsy] v3
    v10 = call v9
    guard block4() except v11 block5(v11)
  block4():
    v12 = const None
    v13 = call v2 v12 v12 v12
    jump block9()
  block5(v14):
    v15 = const type
    v16 = call v15 v14
    guard block6() except v17 block11(v17)
  block6():
    v18 = const ...
    v19 = call v2 v16 v14 v18
    guard block7() except v20 block11(v20)
  block7():
    v21 = truth v19
    guard block8() except v22 block11(v22)
  block8():
    branch v21 block9() block10()
  block9():
    v23 = const None
    return v23
  block10():
    reraise v14
    unreachable
  block11(v24):
    attach_context v24 v14
    reraise v24
    unreachable
"
    );
}

#[test]
fn patterns_are_tests() {
    let text = "\
def f(x):
    match x:
        case 0 | None:
            return x
        case [a, *rest] if a:
            return rest
        case {'k': int(n)}:
            return n
        case str() as s:
            return s
";
    assert_eq!(
        function(text),
        "\
def __main__.f(x):
  block0(v0:x):
    v1 = const 0
    v2 = == v0 v1
    v3 = truth v2
    branch v3 block1() block2()
  block1():
    v4:x = refine[==] v0 v1
    jump block4(v4)
  block2():
    v5:x = refine[!=] v0 v1
    v6 = const None
    v7 = is v5 v6
    branch v7 block3() block5()
  block3():
    v8:x = refine[is None] v5
    jump block4(v8)
  block4(v9:x):
    return v9
  block5():
    v10:x = refine[is not None] v5
    v11 = const list
    v12 = const tuple
    v13 = tuple v11 v12
    v14 = const isinstance
    v15 = call v14 v10 v13
    v16 = truth v15
    branch v16 block6() block9()
  block6():
    v17:x = refine[isinstance] v10 v13
    v18 = const len
    v19 = call v18 v17
    v20 = const 1
    v21 = >= v19 v20
    v22 = truth v21
    branch v22 block7() block9()
  block7():
    v23:a, v24:rest = unpack[1, *, 0] v17
    v25 = truth v23
    branch v25 block8() block9()
  block8():
    return v24
  block9():
    v26 = const dict
    v27 = const isinstance
    v28 = call v27 v10 v26
    v29 = truth v28
    branch v29 block10() block13()
  block10():
    v30:x = refine[isinstance] v10 v26
    v31 = const \"k\"
    v32 = in v31 v30
    v33 = truth v32
    branch v33 block11() block13()
  block11():
    v34 = getitem v30 v31
    v35 = const int
    v36 = const isinstance
    v37 = call v36 v34 v35
    v38 = truth v37
    branch v38 block12() block13()
  block12():
    v39:<subject> = refine[isinstance] v34 v35
    return v39
  block13():
    v40 = const str
    v41 = const isinstance
    v42 = call v41 v10 v40
    v43 = truth v42
    branch v43 block14() block15()
  block14():
    v44:x = refine[isinstance] v10 v40
    return v44
  block15():
    v45 = const None
    return v45
"
    );
}

#[test]
fn decorators_and_stars() {
    let text = "\
def f(d, *args, k=1, **more):
    @d(k)
    def g(x=args):
        return x
    return g(*args, 2, k=k, **more)
";
    assert_eq!(
        function(text),
        "\
def __main__.f(d, args, k, more):
  block0(v0:d, v1:args, v2:k, v3:more):
    v4 = call v0 v2
    v5 = closure[f.<locals>.g] v1
    v6:g = call v4 v5
    v7 = star_args v1
    v8 = const 2
    v9 = tuple v8
    v10 = + v7 v9
    v11 = dict
    keywords_update v11 v3 v6
    v12 = call[*, k, **] v6 v10 v2 v11
    return v12
def __main__.f.<locals>.g(<x>, x):
  block0(v0:<x>, v1:x):
    return v1
"
    );
}
