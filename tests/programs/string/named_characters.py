print("\N{BULLET} \N{GREEK SMALL LETTER PI} \N{latin small letter e with acute}")
