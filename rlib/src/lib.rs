//! The library: Python modules in the low-level dialect (`docs/dialect.md`), as
//! text. The same phases compile them that compile the user's program.

/// The standard modules that are written in Python, in the order of their names.
const STANDARD: &[(&str, &str)] = &[
    ("__bases__", include_str!("../std/__bases__.py")),
    ("__functions__", include_str!("../std/__functions__.py")),
    ("__scalars__", include_str!("../std/__scalars__.py")),
    ("_dates", include_str!("../std/_dates.py")),
    ("_isoformat", include_str!("../std/_isoformat.py")),
    ("_strptime", include_str!("../std/_strptime.py")),
    ("array", include_str!("../std/array.py")),
    ("base64", include_str!("../std/base64.py")),
    ("binascii", include_str!("../std/binascii.py")),
    ("bisect", include_str!("../std/bisect.py")),
    ("collections", include_str!("../std/collections/__init__.py")),
    ("collections._string", include_str!("../std/collections/_string.py")),
    ("collections._user", include_str!("../std/collections/_user.py")),
    ("collections.abc", include_str!("../std/collections/abc.py")),
    ("contextlib", include_str!("../std/contextlib.py")),
    ("csv", include_str!("../std/csv.py")),
    ("dataclasses", include_str!("../std/dataclasses.py")),
    ("datetime", include_str!("../std/datetime.py")),
    ("fractions", include_str!("../std/fractions.py")),
    ("functools", include_str!("../std/functools.py")),
    ("heapq", include_str!("../std/heapq.py")),
    ("io", include_str!("../std/io.py")),
    ("itertools", include_str!("../std/itertools.py")),
    ("json", include_str!("../std/json/__init__.py")),
    ("json.decoder", include_str!("../std/json/decoder.py")),
    ("json.encoder", include_str!("../std/json/encoder.py")),
    ("math", include_str!("../std/math.py")),
    ("operator", include_str!("../std/operator.py")),
    ("os", include_str!("../std/os/__init__.py")),
    ("os.path", include_str!("../std/os/path.py")),
    ("random", include_str!("../std/random.py")),
    ("re", include_str!("../std/re/__init__.py")),
    ("re._compiler", include_str!("../std/re/_compiler.py")),
    ("re._parser", include_str!("../std/re/_parser.py")),
    ("re._template", include_str!("../std/re/_template.py")),
    ("rpython", include_str!("../pypath/rpython/__init__.py")),
    ("rpython.rlib", include_str!("../pypath/rpython/rlib/__init__.py")),
    ("rpython.rlib._entry", include_str!("../pypath/rpython/rlib/_entry.py")),
    ("rpython.rlib.debug", include_str!("../pypath/rpython/rlib/debug.py")),
    ("rpython.rlib.jit", include_str!("../pypath/rpython/rlib/jit.py")),
    ("rpython.rlib.objectmodel", include_str!("../pypath/rpython/rlib/objectmodel.py")),
    ("rpython.rlib.rarithmetic", include_str!("../pypath/rpython/rlib/rarithmetic.py")),
    ("rpython.rlib.rbigint", include_str!("../pypath/rpython/rlib/rbigint.py")),
    ("rpython.rlib.rstring", include_str!("../pypath/rpython/rlib/rstring.py")),
    ("rpython.rlib.unroll", include_str!("../pypath/rpython/rlib/unroll.py")),
    ("statistics", include_str!("../std/statistics.py")),
    ("string", include_str!("../std/string.py")),
    ("struct", include_str!("../std/struct.py")),
    ("sys", include_str!("../std/sys.py")),
    ("textwrap", include_str!("../std/textwrap.py")),
    ("time", include_str!("../std/time.py")),
    ("types", include_str!("../std/types.py")),
];

/// What CPython needs beside RPython's modules in [`STANDARD`] to run them.
const TWINS: &[(&str, &str)] = &[
    ("rlib/__init__.py", include_str!("../pypath/rlib/__init__.py")),
    ("rpython/rlib/_word.py", include_str!("../pypath/rpython/rlib/_word.py")),
];

/// Every module with its source, in the order of their names.
const MODULES: &[(&str, &str)] = &[
    ("angle_table", include_str!("../angle_table.py")),
    ("angles", include_str!("../angles.py")),
    ("arguments", include_str!("../arguments.py")),
    ("bigint", include_str!("../bigint.py")),
    ("bigint_bits", include_str!("../bigint_bits.py")),
    ("bigint_div", include_str!("../bigint_div.py")),
    ("bigint_float", include_str!("../bigint_float.py")),
    ("bigint_format", include_str!("../bigint_format.py")),
    ("bigint_index", include_str!("../bigint_index.py")),
    ("bigint_mul", include_str!("../bigint_mul.py")),
    ("bigint_number", include_str!("../bigint_number.py")),
    ("bigint_text", include_str!("../bigint_text.py")),
    ("binding", include_str!("../binding.py")),
    ("boolean", include_str!("../boolean.py")),
    ("bytearray", include_str!("../bytearray.py")),
    ("bytes", include_str!("../bytes.py")),
    ("bytes_text", include_str!("../bytes_text.py")),
    ("codec", include_str!("../codec.py")),
    ("copies", include_str!("../copies.py")),
    ("dict", include_str!("../dict.py")),
    ("entries", include_str!("../entries.py")),
    ("environ", include_str!("../environ.py")),
    ("errno", include_str!("../errno.py")),
    ("error_function", include_str!("../error_function.py")),
    ("exponential", include_str!("../exponential.py")),
    ("files", include_str!("../files.py")),
    ("float", include_str!("../float.py")),
    ("float_bits", include_str!("../float_bits.py")),
    ("float_parts", include_str!("../float_parts.py")),
    ("format", include_str!("../format.py")),
    ("format_float", include_str!("../format_float.py")),
    ("fuel", include_str!("../fuel.py")),
    ("gc", include_str!("../gc.py")),
    ("hash", include_str!("../hash.py")),
    ("instance", include_str!("../instance.py")),
    ("int", include_str!("../int.py")),
    ("int_bytes", include_str!("../int_bytes.py")),
    ("io", include_str!("../io.py")),
    ("json_quote", include_str!("../json_quote.py")),
    ("list", include_str!("../list.py")),
    ("math", include_str!("../math.py")),
    ("mersenne", include_str!("../mersenne.py")),
    ("percent", include_str!("../percent.py")),
    ("pieces", include_str!("../pieces.py")),
    ("pow", include_str!("../pow.py")),
    ("python.arguments", include_str!("../python/arguments.py")),
    ("python.bigint", include_str!("../python/bigint.py")),
    ("python.builtins", include_str!("../python/builtins.py")),
    ("python.bytearray", include_str!("../python/bytearray.py")),
    ("python.bytes", include_str!("../python/bytes.py")),
    ("python.dict", include_str!("../python/dict.py")),
    ("python.dict_view", include_str!("../python/dict_view.py")),
    ("python.extreme", include_str!("../python/extreme.py")),
    ("python.float", include_str!("../python/float.py")),
    ("python.frozenset", include_str!("../python/frozenset.py")),
    ("python.generator", include_str!("../python/generator.py")),
    ("python.int", include_str!("../python/int.py")),
    ("python.iterators", include_str!("../python/iterators.py")),
    ("python.list", include_str!("../python/list.py")),
    ("python.percent", include_str!("../python/percent.py")),
    ("python.range", include_str!("../python/range.py")),
    ("python.set", include_str!("../python/set.py")),
    ("python.slice", include_str!("../python/slice.py")),
    ("python.stars", include_str!("../python/stars.py")),
    ("python.stdin", include_str!("../python/stdin.py")),
    ("python.str", include_str!("../python/str.py")),
    ("python.template", include_str!("../python/template.py")),
    ("python.tuple", include_str!("../python/tuple.py")),
    ("range", include_str!("../range.py")),
    ("regex", include_str!("../regex.py")),
    ("search", include_str!("../search.py")),
    ("set", include_str!("../set.py")),
    ("set_algebra", include_str!("../set_algebra.py")),
    ("sha512", include_str!("../sha512.py")),
    ("slice", include_str!("../slice.py")),
    ("sort", include_str!("../sort.py")),
    ("split", include_str!("../split.py")),
    ("start", include_str!("../start.py")),
    ("stdin", include_str!("../stdin.py")),
    ("string", include_str!("../string.py")),
    ("string_case", include_str!("../string_case.py")),
    ("string_class", include_str!("../string_class.py")),
    ("string_find", include_str!("../string_find.py")),
    ("string_index", include_str!("../string_index.py")),
    ("string_pad", include_str!("../string_pad.py")),
    ("string_split", include_str!("../string_split.py")),
    ("template", include_str!("../template.py")),
    ("time", include_str!("../time.py")),
    ("traceback", include_str!("../traceback.py")),
    ("unicode_bits", include_str!("../unicode_bits.py")),
    ("unicode_case", include_str!("../unicode_case.py")),
    ("utf8", include_str!("../utf8.py")),
    ("unicode_print", include_str!("../unicode_print.py")),
    ("words", include_str!("../words.py")),
];

/// The text of a standard module: `rlib/std/<module>.py`.
pub fn standard(module: &str) -> Option<&'static str> {
    STANDARD.iter().find(|(name, _)| *name == module).map(|(_, text)| *text)
}

/// Has a standard module modules inside?
pub fn is_package(module: &str) -> bool {
    STANDARD.iter().any(|(name, _)| name.strip_prefix(module).is_some_and(|rest| rest.starts_with('.')))
}

/// The names of all standard modules that are no part of others, in order.
pub fn standard_modules() -> impl Iterator<Item = &'static str> {
    STANDARD.iter().map(|(name, _)| *name).filter(|name| !name.contains('.') && !name.starts_with('_'))
}

/// RPython's modules as files for CPython: each path below a directory of PYTHONPATH, and
/// its text.
pub fn for_cpython() -> impl Iterator<Item = (String, &'static str)> {
    let of_rpython = STANDARD.iter().filter(|(name, _)| *name == "rpython" || name.starts_with("rpython."));
    let file = |&(name, text): &(&str, &'static str)| {
        let stem = name.replace('.', "/");
        (if is_package(name) { format!("{stem}/__init__.py") } else { format!("{stem}.py") }, text)
    };
    of_rpython.map(file).chain(TWINS.iter().map(|&(path, text)| (path.to_string(), text)))
}

/// The text of `rlib/<module>.py`.
pub fn source(module: &str) -> Option<&'static str> {
    MODULES.iter().find(|(name, _)| *name == module).map(|(_, text)| *text)
}

/// The names of all modules, in order.
pub fn modules() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|(name, _)| *name)
}
