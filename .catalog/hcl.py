"""Reads and writes the catalog's HCL, which is a small part of the language."""

import json
import re

HEADER = """# Resource types of the provider {provider}: what they hold, what guards them, and what losing
# one takes. README.md beside this file says how to read it and add to it. Maintained by hand;
# .catalog/survey.py wrote the first version of most entries.
"""

ORDER = [
    "category", "severity", "identity", "protected_by", "disarmed_by", "defaults", "lock", "container",
    "generates", "replica_of", "backup_of", "backups_die", "final_snapshot", "backend", "force_new",
    "recovery",
]

SECTIONS = {
    "data": "More that holds data",
    "backup": "Backups, and what makes them",
    "state-backend": "Where states are kept",
    "key": "Keys",
    "secret": "Secrets",
    "identity": "Who may do what",
    "dns": "Names",
    "network": "Networks",
    "cluster": "What runs",
    "queue": "What waits and what delivers it",
    "registry": "What was published",
    "other": "Everything else",
}


class Entry:
    """One `resource` block."""

    def __init__(self, type, attributes, blocks, section=None):
        self.type = type
        self.attributes = attributes
        self.blocks = blocks
        self.section = section

    def set(self, name, value):
        if value:
            self.attributes.setdefault(name, value)

    def set_list(self, name, values):
        if values:
            self.set(name, "[" + ", ".join(json.dumps(value) for value in values) + "]")

    def list(self, name):
        return re.findall(r'"([^"]*)"', self.attributes.get(name, ""))

    def object(self, name):
        """The members of an object by their key, in order."""
        body = self.attributes.get(name, "").strip()
        members = {}
        if body.startswith("{"):
            for line in re.split(r"\n|,(?=\s*[\w\"]+\s*=)", body[1:-1]):
                match = re.match(r'\s*(?:"([^"]+)"|([\w-]+))\s*=\s*(.*?),?\s*$', line)
                if match:
                    members[match[1] or match[2]] = match[3]
        return members

    def add(self, name, key, value):
        members = self.object(name)
        members.setdefault(key, value)
        keys = {key: key if re.fullmatch(r"[A-Za-z_][\w-]*", key) else json.dumps(key) for key in members}
        if len(members) == 1:
            self.attributes[name] = f"{{ {keys[key]} = {members[key]} }}"
            return
        width = max(len(written) for written in keys.values())
        inner = "\n".join(f"    {keys[key].ljust(width)} = {members[key]}" for key in members)
        self.attributes[name] = f"{{\n{inner}\n  }}"

    def text(self):
        groups, last = [], None
        for name in ORDER:
            if name not in self.attributes:
                continue
            value = wrapped(name, self.attributes[name])
            isLong = "\n" in value
            if isLong or last != "short":
                groups.append([])
            groups[-1].append((name, value))
            last = "long" if isLong else "short"
        parts = []
        for group in groups:
            width = max(len(name) for name, _ in group)
            parts += [f"  {name.ljust(width)} = {value}" for name, value in group]
        for block in self.blocks:
            parts.append(f"\n  {block}" if parts else f"  {block}")
        return f'resource "{self.type}" {{\n' + "\n".join(parts) + "\n}\n"


def wrapped(name, value):
    """A list that is too long for a line, over several."""
    if not value.startswith("[") or "\n" in value or len(name) + len(value) + 5 <= 96:
        return value
    lines = ["   "]
    for item in re.findall(r'"[^"]*"', value):
        if len(lines[-1]) + len(item) + 2 > 98:
            lines.append("   ")
        lines[-1] += f" {item},"
    return "[\n" + "\n".join(lines) + "\n  ]"


def literal(op, value):
    """A predicate's value."""
    if op != "=":
        return json.dumps(op + value)
    if value in ("true", "false") or re.fullmatch(r"-?\d+", value):
        return value
    return json.dumps(value)


def read(text):
    """Comments, provider blocks and entries, in their order."""
    parts = []
    body = re.sub(r"\A(#[^\n]*\n)+\n?", "", text)
    for match in re.finditer(r'^resource "([^"]+)" \{\n(.*?)^\}\n|^(#[^\n]*(?:\n#[^\n]*)*|provider "[^\n]*\n.*?^\})\n', body, re.S | re.M):
        if match[3]:
            parts.append(match[3])
        else:
            parts.append(entry(match[1], match[2]))
    return parts


def entry(type, body):
    attributes, blocks = {}, []
    pattern = re.compile(
        r'^  (\w+)\s*= (\{\n.*?^  \}|\[\n.*?^  \]|[^\n]*)\n'  # an attribute
        r'|^  ((?:lose|disarm|warn) "[^\n]*"|overwrite) (\{\n.*?^  \})\n', re.S | re.M)
    for match in pattern.finditer(body):
        if match[1]:
            attributes[match[1]] = unwrapped(match[2])
        else:
            blocks.append(f"{match[3]} {match[4]}")
    return Entry(type, attributes, blocks)


def unwrapped(value):
    if value.startswith("[\n"):
        return "[" + ", ".join(re.findall(r'"[^"]*"', value)) + "]"
    return value


def write(provider, parts):
    text = HEADER.format(provider=provider)
    for part in parts:
        if isinstance(part, Entry) and part.section is None:
            text += "\n" + part.text()
        elif isinstance(part, str):
            text += "\n" + part + "\n"
    added = [part for part in parts if isinstance(part, Entry) and part.section]
    for section, title in SECTIONS.items():
        entries = sorted((part for part in added if part.section == section), key=lambda part: part.type)
        if entries and len(added) > 12:
            text += f"\n# {title}\n"
        for part in entries:
            text += "\n" + part.text()
    return text
