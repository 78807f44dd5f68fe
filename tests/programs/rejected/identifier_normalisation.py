# For Python this is the name `file`.
ﬁle = 5  # error: E0201 "NFKC"
