import settings

settings.level = 2
settings.colour = "red"  # error: E0235 "colour"
del settings.level  # error: E0235
