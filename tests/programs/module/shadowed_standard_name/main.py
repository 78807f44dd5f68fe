# A module beside the entry file wins over one of the library.
import calendar

print(calendar.value())
