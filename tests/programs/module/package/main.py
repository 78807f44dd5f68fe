import tools
import tools.numbers
from tools import text
from tools.numbers import square as sq
from tools.deep.inner import depth
import tools.deep.inner as inner

print(tools.VERSION, tools.numbers.square(3), sq(4), text.frame("x"), depth(), inner.depth())
print(tools.numbers.__name__, inner.__name__)
