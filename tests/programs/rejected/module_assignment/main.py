import settings

settings.level = 2
settings.colour = "red"  # error: E0235 "colour"
