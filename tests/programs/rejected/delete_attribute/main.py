import settings

del settings.level  # error: E0201 "deletions of attributes of modules"
