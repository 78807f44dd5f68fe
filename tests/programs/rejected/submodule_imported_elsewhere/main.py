# Whether the submodule is there depends on what else ran before.
import tools
import other

print(tools.numbers.one)  # error: E0234 "'tools.numbers' is used before"
