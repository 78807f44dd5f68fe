from a import first

second = 2
