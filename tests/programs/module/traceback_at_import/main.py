print("main")
import middle
