"""Signs as a FIDO security key does (OpenSSH's PROTOCOL.u2f), with a key that is no hardware.

    software-security-key.py public SEED                        prints the public key as OpenSSH does
    software-security-key.py sign SEED NAMESPACE FLAGS          signs standard input, armoured

The signature is Ed25519 of RFC 8032. FLAGS are what the token would say: 1 touched, 4 PIN entered.
"""
import base64
import hashlib
import struct
import sys

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(one, two):
    (x1, y1), (x2, y2) = one, two
    product = D * x1 * x2 * y1 * y2 % P
    return (
        (x1 * y2 + x2 * y1) * pow(1 + product, -1, P) % P,
        (y1 * y2 + x1 * x2) * pow(1 - product, -1, P) % P,
    )


def base_point():
    y = 4 * pow(5, -1, P) % P
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    return (x if x % 2 == 0 else P - x, y)


def times(number, point):
    result = (0, 1)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def encode(point):
    x, y = point
    return (y | (x & 1) << 255).to_bytes(32, "little")


def number(data):
    return int.from_bytes(hashlib.sha512(data).digest(), "little")


class Key:
    def __init__(self, seed):
        digest = hashlib.sha512(hashlib.sha256(seed.encode()).digest()).digest()
        scalar = int.from_bytes(digest[:32], "little")
        self.scalar = scalar & ((1 << 254) - 8) | 1 << 254
        self.prefix = digest[32:]
        self.public = encode(times(self.scalar, base_point()))

    def sign(self, message):
        nonce = number(self.prefix + message) % ORDER
        first = encode(times(nonce, base_point()))
        hashed = number(first + self.public + message) % ORDER
        return first + ((nonce + hashed * self.scalar) % ORDER).to_bytes(32, "little")


def string(data):
    data = data.encode() if isinstance(data, str) else data
    return struct.pack(">I", len(data)) + data


TYPE, APPLICATION = "sk-ssh-ed25519@openssh.com", "ssh:tfguard"


def public(key):
    return string(TYPE) + string(key.public) + string(APPLICATION)


def sign(key, namespace, flags, message):
    hashed = hashlib.sha512(message).digest()
    signed = b"SSHSIG" + string(namespace) + string("") + string("sha512") + string(hashed)
    status = struct.pack(">BI", flags, 7)
    inner = key.sign(
        hashlib.sha256(APPLICATION.encode()).digest() + status + hashlib.sha256(signed).digest())
    blob = b"SSHSIG" + struct.pack(">I", 1) + string(public(key)) + string(namespace)
    blob += string("") + string("sha512") + string(string(TYPE) + string(inner) + status)
    text = base64.b64encode(blob).decode()
    lines = [text[i:i + 70] for i in range(0, len(text), 70)]
    print("-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", sep="\n")


if __name__ == "__main__":
    key = Key(sys.argv[2])
    if sys.argv[1] == "public":
        print(TYPE, base64.b64encode(public(key)).decode())
    else:
        sign(key, sys.argv[3], int(sys.argv[4]), sys.stdin.buffer.read())
