"""The methods and operators of dict."""

from rlib import lowlevel as ll


def get_item(self, key):
    e = ll.helper("entries.ll_dict_find csHsE0s>i", self, key)
    if e < 0:
        raise KeyError(key)
    return ll.helper("entries.ll_dict_value ci>v", self, e)


def set_item(self, key, value):
    ll.helper("entries.ll_dict_put cxvH0E00>n", self, key, value)


def del_item(self, key):
    e = ll.helper("entries.ll_dict_find csHsE0s>i", self, key)
    if e < 0:
        raise KeyError(key)
    ll.helper("dict.ll_dict_delete ci>n", self, e)


def get(self, key, default=None):
    e = ll.helper("entries.ll_dict_find csHsE0s>i", self, key)
    if e < 0:
        return default
    return ll.helper("entries.ll_dict_value ci>v", self, e)


def setdefault(self, key, default=None):
    e = ll.helper("entries.ll_dict_find csHsE0s>i", self, key)
    if e < 0:
        ll.helper("entries.ll_dict_put cxvH0E00>n", self, key, default)
        return default
    return ll.helper("entries.ll_dict_value ci>v", self, e)


def keys(self):
    return ll.view_keys(self)


def values(self):
    return ll.view_values(self)


def items(self):
    return ll.view_items(self)


def clear(self):
    ll.helper("dict.ll_dict_clear c>n", self)


def copy(self):
    return ll.helper("dict.ll_dict_copy c>c", self)


def popitem(self):
    e = ll.helper("dict.ll_dict_last c>i", self)
    if e < 0:
        raise KeyError("popitem(): dictionary is empty")
    key = ll.helper("entries.ll_dict_key ci>x", self, e)
    value = ll.helper("entries.ll_dict_value ci>v", self, e)
    ll.helper("dict.ll_dict_delete ci>n", self, e)
    return key, value


def pop(self, key, /, *default):
    e = ll.helper("entries.ll_dict_find csHsE0s>i", self, key)
    if e < 0:
        if len(default) == 0:
            raise KeyError(key)
        return default[0]
    value = ll.helper("entries.ll_dict_value ci>v", self, e)
    ll.helper("dict.ll_dict_delete ci>n", self, e)
    return value


def update(self, *others, **pairs):
    for other in others:
        add_all(self, other)
    add_all(self, pairs)


def fromkeys(iterable, value=None, /):
    result = ll.new_dict()
    for key in iterable:
        ll.helper("entries.ll_dict_put cxvH0E00>n", result, key, value)
    return result


def add_all(self, other):
    # Of a subclass whose iteration is its own the keys are asked for.
    other = ll.held("__iter__", other)
    if isinstance(other, dict) and not ll.is_object(other):
        for key, value in other.items():
            ll.helper("entries.ll_dict_put cxvH0E00>n", self, key, value)
    elif hasattr(other, "keys"):
        for key in other.keys():
            ll.helper("entries.ll_dict_put cxvH0E00>n", self, key, other[key])
    else:
        for key, value in other:
            ll.helper("entries.ll_dict_put cxvH0E00>n", self, key, value)


def add_keywords(self, mapping, function):
    """`function(**mapping)`: self is what the call passes by name so far."""
    if not isinstance(mapping, dict):
        class_name = ll.class_name_of(mapping)
        raise TypeError(f"{ll.called(function)} argument after ** must be a mapping, not {class_name}")
    for key, value in mapping.items():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in self:
            raise TypeError(f"{ll.called(function)} got multiple values for keyword argument '{key}'")
        ll.helper("entries.ll_dict_put cxvH0E00>n", self, key, value)


def bit_or(self, other):
    result = ll.helper("dict.ll_dict_copy c>c", self)
    add_all(result, other)
    return result


def ibit_or(self, other):
    add_all(self, other)
    return self
