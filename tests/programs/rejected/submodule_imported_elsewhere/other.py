def load():
    import tools.numbers

    return tools.numbers.one
