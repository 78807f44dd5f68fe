from bisect import bisect_lefd  # error: E0231 "'bisect.bisect_lefd' is not provided"
from time import ll_clock  # error: E0231 "'time.ll_clock' is not provided"
