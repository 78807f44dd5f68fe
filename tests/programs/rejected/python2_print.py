print "hello"  # error: E0110
