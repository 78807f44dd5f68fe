import tools
from tools import square, cube  # error: E0231 "cube"

print(tools.square(2), tools.sqaure(3))  # error: E0231 "sqaure"
