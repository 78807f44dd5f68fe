"""Clocks and waiting; times are UTC."""

from rlib.time import ll_clock, ll_sleep

__all__ = [
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "process_time_ns",
    "sleep",
    "thread_time",
    "thread_time_ns",
    "time",
    "time_ns",
]

timezone = 0
altzone = 0
daylight = 0


def time():
    return ll_clock(0) / 1e9


def time_ns():
    return ll_clock(0)


def monotonic():
    return ll_clock(1) / 1e9


def monotonic_ns():
    return ll_clock(1)


perf_counter = monotonic
perf_counter_ns = monotonic_ns


def process_time():
    return ll_clock(2) / 1e9


def process_time_ns():
    return ll_clock(2)


thread_time = process_time
thread_time_ns = process_time_ns


def sleep(seconds, /):
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds >= 9223372036.0:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")
    ll_sleep(int(seconds * 1e9))
