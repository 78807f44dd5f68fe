# An assignment to a module's attribute is seen by the module.
import settings

print(settings.level, settings.describe())
settings.level = 5
print(settings.level, settings.describe())
settings.level += 1
print(settings.describe())
