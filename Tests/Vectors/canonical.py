"""The canonical form of JSON once more, for the tests: see CanonicalJSON.swift for the rules.

Reads one JSON text a line, and prints its canonical form and SHA-256, or "refused".
"""
import hashlib
import json
import sys
from decimal import Decimal


class Number(str):
    pass


def unique(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def number(text):
    sign, digits, exponent = Decimal(text).as_tuple()
    digits = "".join(map(str, digits)).lstrip("0")
    if not digits:
        return "0"
    point = len(digits) + exponent
    digits = digits.rstrip("0")
    minus = "-" if sign else ""
    if len(digits) <= point <= 21:
        return minus + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return minus + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return minus + "0." + "0" * -point + digits
    rest = "." + digits[1:] if len(digits) > 1 else ""
    return f"{minus}{digits[0]}{rest}e{point - 1:+d}"


SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}


def string(text):
    text.encode()  # half of a surrogate pair is no text
    return '"%s"' % "".join(
        SHORT.get(ord(c)) or ("\\u%04x" % ord(c) if ord(c) < 32 else c) for c in text)


def canonical(value):
    if isinstance(value, Number):
        return number(value)
    if isinstance(value, str):
        return string(value)
    if isinstance(value, list):
        return "[%s]" % ",".join(map(canonical, value))
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode())
        return "{%s}" % ",".join(string(key) + ":" + canonical(value[key]) for key in keys)
    return {None: "null", True: "true", False: "false"}[value]


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    for line in sys.stdin:
        try:
            value = json.loads(
                line, parse_int=Number, parse_float=Number, object_pairs_hook=unique)
            text = canonical(value)
            print(text, hashlib.sha256(text.encode()).hexdigest())
        except ValueError:
            print("refused")
