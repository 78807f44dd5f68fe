raise GeneratorExit("a base exception")
