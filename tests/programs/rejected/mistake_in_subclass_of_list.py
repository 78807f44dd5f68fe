class Stack(list):
    def push(self, x):
        self.append(x + "a")  # error: E0312 "`+` has no meaning between int and str"


s = Stack()
s.push(1)
