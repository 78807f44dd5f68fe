class Name(bytes):  # error: E0201 "classes derived from bytes"
    pass


class Flag(bool):  # error: E0240 "type 'bool' is not an acceptable base type"
    pass
