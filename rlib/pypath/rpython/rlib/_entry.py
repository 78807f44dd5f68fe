"""What `target(driver, args)` is given."""


class Driver:
    def __init__(self):
        self.exe_name = ""
