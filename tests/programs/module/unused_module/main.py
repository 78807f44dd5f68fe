# The top level of a module runs even if nothing of it is used.
import effects
import effects as again
