"""str.format. What a piece of the template says is parsed by rlib/template.py; here the
values are taken and formatted, field after field."""

from rlib import lowlevel as ll
from rlib.format import ll_format_str
from rlib.string import ll_str_size, ll_str_sub
from rlib.template import (
    ll_template_conversion,
    ll_template_depth,
    ll_template_first,
    ll_template_next,
    ll_template_number,
    ll_template_part,
)


def render(template, args, named, state, number, depth):
    """The text, and what the numbering of fields has come to: a spec with fields of its
    own is a template once more, at depth 1."""
    ll_template_depth(depth)
    parts = []
    ll.holds(parts, template)
    end = ll_str_size(template)
    at = 0
    while at < end:
        literal_end, has_field, name, name_end, conversion, spec, spec_end, nested, after = ll_template_next(
            template, at, end
        )
        ll.helper("list.ll_list_append cx>n", parts, ll_str_sub(template, at, literal_end))
        if has_field:
            first_end, index = ll_template_first(template, name, name_end)
            if first_end == name or index >= 0:
                state = ll_template_number(state, first_end == name)
            if first_end == name:
                index = number
                number += 1
            how = ll_str_sub(template, spec, spec_end)
            if nested:
                how, state, number = render(how, args, named, state, number, depth - 1)
            if index >= 0:
                if index >= len(args):
                    raise IndexError(f"Replacement index {index} out of range for positional args tuple")
                done = field(args[index], template, first_end, name_end, conversion, how)
                ll.helper("list.ll_list_append cx>n", parts, done)
            else:
                value = named[ll_str_sub(template, name, first_end)]
                done = field(value, template, first_end, name_end, conversion, how)
                ll.helper("list.ll_list_append cx>n", parts, done)
        at = after
    return ll.helper("string.ll_str_join tc>t", "", parts), state, number


def field(value, template, at, end, conversion, spec):
    """A field's text. Each part of its name has a function of its own, so that the types
    of value and item are not one."""
    if at == end:
        return converted(value, conversion, spec)
    is_attribute, start, stop, index, after = ll_template_part(template, at, end)
    key = ll_str_sub(template, start, stop)
    if not is_attribute:
        if isinstance(value, dict):
            if index >= 0:
                return item_field(value[index], template, after, end, conversion, spec)
            return item_field(value[key], template, after, end, conversion, spec)
        if isinstance(value, (list, tuple, str)):
            if index < 0:
                raise TypeError(f"{ll.class_name_of(value)} indices must be integers or slices, not str")
            return item_field(value[index], template, after, end, conversion, spec)
        raise TypeError(f"'{ll.class_name_of(value)}' object is not subscriptable")
    raise AttributeError(f"'{ll.class_name_of(value)}' object has no attribute '{key}'")


def item_field(value, template, at, end, conversion, spec):
    """The same for an item."""
    if at == end:
        return converted(value, conversion, spec)
    is_attribute, start, stop, index, after = ll_template_part(template, at, end)
    key = ll_str_sub(template, start, stop)
    if after < end:
        raise NotImplementedError("a field of three parts is not there yet")
    if not is_attribute:
        if isinstance(value, dict):
            if index >= 0:
                return converted(value[index], conversion, spec)
            return converted(value[key], conversion, spec)
        if isinstance(value, (list, tuple, str)):
            if index < 0:
                raise TypeError(f"{ll.class_name_of(value)} indices must be integers or slices, not str")
            return converted(value[index], conversion, spec)
        raise TypeError(f"'{ll.class_name_of(value)}' object is not subscriptable")
    raise AttributeError(f"'{ll.class_name_of(value)}' object has no attribute '{key}'")


def converted(value, conversion, spec):
    if conversion == 0:
        return format(value, spec)
    ll_template_conversion(conversion)
    if conversion == 114:
        return ll_format_str(repr(value), spec)
    if conversion == 97:
        return ll_format_str(ascii(value), spec)
    return ll_format_str(str(value), spec)
