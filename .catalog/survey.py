#!/usr/bin/env python3
"""Adds to policies/catalog what a survey of the providers knows.

    .catalog/survey.py SURVEY [SCHEMA]

SURVEY is a folder with types.json, destructive-updates.tsv and aws-forcenew.tsv: resource types with
category, severity, predicates, defaults and a word for how they are recovered; updates in place that
destroy; attributes that force a replacement. SCHEMA is what `terraform providers schema -json` prints
for the AWS provider; it says which attribute names a thing, and which paths there are.

What stands in the catalog already is kept as it is: a person wrote it, or looked at it. This adds the
types it lacks, and the arguments that a type lacks. So it can be run again with a newer survey, and
its work is looked through like anybody's.

The words are the project's own: changes.txt says what a change comes to, relations.txt what belongs
together, advice.py what recovering takes.
"""

import csv
import json
import re
import sys
from pathlib import Path

from advice import advice
from hcl import Entry, literal, read, write
from naming import identity

HERE = Path(__file__).parent
CATALOG = HERE.parent / "policies" / "catalog"
RETENTION_WORDS = re.compile(r"retention|retain|_days$|_hours$|_period|window|versions$|limit$|count$")


def main(survey, schema):
    types = json.loads((survey / "types.json").read_text())
    updates = rows(survey / "destructive-updates.tsv")
    force_new = {row["resource_type"]: row["force_new_paths"] for row in rows(survey / "aws-forcenew.tsv")}
    changes = read_changes()
    relations = read_relations()
    known = {}
    for path in sorted(CATALOG.glob("*.hcl")):
        if path.stem == "accounts":  # It is about all of them.
            continue
        known[path.stem] = read(path.read_text())

    for entry in types:
        provider = entry["resource_type"].split("_")[0]
        file = known.setdefault(provider, [])
        if not any(isinstance(part, Entry) and part.type == entry["resource_type"] for part in file):
            file.append(Entry(entry["resource_type"], {}, [], section=entry["category"]))
    surveyed = {entry["resource_type"]: entry for entry in types}

    problems = []
    for provider, file in known.items():
        for part in file:
            if isinstance(part, Entry):
                paths = schema.get(part.type)
                fill(part, surveyed.get(part.type), paths, changes, relations)
                if "force_new" not in part.attributes:
                    part.set_list("force_new", forced(part, force_new, updates))
                problems += check(part, paths)
        (CATALOG / f"{provider}.hcl").write_text(write(provider, file))
    described = {part.type for file in known.values() for part in file if isinstance(part, Entry)}
    for type in sorted((set(changes) | set(relations)) - described):
        problems.append(f"{type}: changes.txt or relations.txt is about a type that nobody describes")
    print("\n".join(problems))


def fill(part, surveyed, paths, changes, relations):
    """Adds what an entry lacks."""
    if surveyed:
        part.set("category", json.dumps(surveyed["category"]))
        part.set("severity", json.dumps(surveyed["severity"]))
        if "identity" not in part.attributes:
            part.set_list("identity", identity(part.type, paths))
        add_predicates(part, surveyed, {path for path, _ in changes.get(part.type, [])}, paths)
        if part.attributes["severity"] != '"low"':
            part.set("recovery", json.dumps(advice(surveyed), ensure_ascii=False))
        add_defaults(part, surveyed)
    for name, value in relations.get(part.type, []):
        part.set(name, value)
    for path, block in changes.get(part.type, []):
        if block not in part.blocks:
            part.blocks.append(block)


def add_predicates(part, surveyed, changing, paths):
    """What protects and what disarms, each attribute once.

    Where the dangerous value is true, that is what is written down, because null is rarely it; else
    the value that protects. A threshold of something that a `lose` block compares is left out.
    """
    said = set(part.object("protected_by")) | set(part.object("disarmed_by"))
    protect = {plain(p["path"]): p for p in surveyed["protect"]}
    disarm = {plain(p["path"]): p for p in surveyed["disarm"]}
    for path in list(protect) + [path for path in disarm if path not in protect]:
        # Settings of a provider have a block of their own.
        if path in said or path.startswith("provider.") or (paths and path not in paths):
            continue
        keep, drop = protect.get(path), disarm.get(path)
        if path in changing and RETENTION_WORDS.search(path):
            continue
        if keep and not (keep["value"] == "false" and drop and drop["value"] == "true"):
            part.add("protected_by", path, literal(keep["op"], keep["value"]))
        elif drop and path not in changing:
            part.add("disarmed_by", path, literal(drop["op"], drop["value"]))
        elif keep and path not in changing:
            part.add("protected_by", path, literal(keep["op"], keep["value"]))


def add_defaults(part, surveyed):
    """What the provider makes of a missing argument, of those that a predicate is about."""
    used = set(part.object("protected_by")) | set(part.object("disarmed_by"))
    for item in filter(None, surveyed["default_when_unset"].split("; ")):
        path, _, value = item.partition("=")
        path, value = plain(path.strip()), value.strip()
        if path in used and value not in ("null", "computed", "") and re.fullmatch(r'true|false|-?\d+|"[^"]*"', value):
            part.add("defaults", path, value)


def forced(part, force_new, updates):
    """The attributes whose change replaces an object."""
    paths = []
    for path in force_new.get(part.type, "").split(","):
        path = re.sub(r"\.\d+", "", path)
        if path and path not in paths:
            paths.append(path)
    for row in updates:
        path = plain(row["attribute_path"])
        if row["resource_type"] == part.type and row["plan_action"] == "replace" and path not in paths:
            if re.fullmatch(r"[a-z_0-9.]+", path):
                paths.append(path)
    return paths


def check(part, paths):
    """The paths that the provider's schema does not have."""
    if paths is None:
        return [f"{part.type}: not in the schema"] if part.type.startswith("aws_") else []
    named = list(part.object("protected_by")) + list(part.object("disarmed_by")) + list(part.object("defaults"))
    named += part.list("identity") + part.list("force_new") + part.list("replica_of")
    named += list(part.object("backup_of"))
    named += [re.search(r'"([^"]+)"', block)[1] for block in part.blocks if not block.startswith("overwrite")]
    wrong = [path for path in named if path.replace(".*", "") not in paths and not path.startswith("tags.")]
    return [f"{part.type}: no attribute {path}" for path in wrong]


def plain(path):
    return path.replace("[*]", "")


# MARK: What is read


def rows(path):
    with path.open() as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_schema(path):
    """Every path of every type."""
    provider = next(iter(json.loads(path.read_text())["provider_schemas"].values()))
    paths = {}
    for type, resource in provider["resource_schemas"].items():
        found = paths[type] = {}
        collect(resource["block"], "", found)
    return paths


def collect(block, prefix, found):
    for name, attribute in block.get("attributes", {}).items():
        found[prefix + name] = attribute
        collect_type(attribute.get("type"), f"{prefix}{name}.", found)
        if "nested_type" in attribute:
            collect(attribute["nested_type"], f"{prefix}{name}.", found)
    for name, nested in block.get("block_types", {}).items():
        found[prefix + name] = {}
        collect(nested["block"], f"{prefix}{name}.", found)


def collect_type(type, prefix, found):
    if isinstance(type, list) and type[0] in ("list", "set"):
        collect_type(type[1], prefix, found)
    elif isinstance(type, list) and type[0] == "object":
        for name, inner in type[1].items():
            found[prefix + name] = {"type": inner}
            collect_type(inner, f"{prefix}{name}.", found)


def lines(path):
    return [line for line in path.read_text().splitlines() if line and not line.startswith("#")]


def read_relations():
    relations = {}
    for line in lines(HERE / "relations.txt"):
        types, name, value = line.split(" ", 2)
        for type in types.split(","):
            relations.setdefault(type, []).append((name, value))
    return relations


def read_changes():
    """The blocks of each type, as they stand in the catalog."""
    changes = {}
    for line in lines(HERE / "changes.txt"):
        spec, says = line.split(" | ")
        words = spec.split(" ")
        types, path, kind = words[:3]
        block = overwrite(kind, words[3:], says) if path == "create" else harm(path, kind, words[3:], says)
        for type in types.split(","):
            changes.setdefault(type, []).append((path, block))
    return changes


def harm(path, kind, words, says):
    arguments = []
    for word in words:
        name, equals, value = word.partition("=")
        when = re.fullmatch(r"(\w+)(?:\(([^)]*)\))?", word)
        if not equals and when:
            arguments.append(("when", json.dumps(when[1])))
            if when[2]:
                arguments.append(("forever", "[" + when[2].replace(",", ", ") + "]"))
        elif name == "from":
            arguments.append((name, "[" + ", ".join(json.dumps(glob) for glob in value.split("|")) + "]"))
        elif name == "where":
            arguments.append((name, where(value)))
        elif name == "to":
            arguments.append((name, literal("=", value)))
        else:
            arguments.append((name, json.dumps(value)))
    arguments.append(("says", json.dumps(says, ensure_ascii=False)))
    return block(f'{kind} "{path}"', arguments)


def overwrite(kind, words, says):
    arguments = []
    for word in words:
        name, _, value = word.partition("=")
        if name == "onto":
            path, _, target = value.partition(":")
            arguments.append(("onto", f"{{ {path} = {json.dumps(target or 'any')} }}"))
        else:
            arguments.append((name, where(value)))
    if kind != "lose":
        arguments.append(("effect", json.dumps(kind)))
    arguments.append(("says", json.dumps(says, ensure_ascii=False)))
    return block("overwrite", arguments)


def where(text):
    path, _, value = text.partition("=")
    key = path if re.fullmatch(r"[\w-]+", path) else json.dumps(path)
    return f"{{ {key} = {literal('=', value)} }}"


def block(header, arguments):
    width = max(len(name) for name, _ in arguments)
    inner = "\n".join(f"    {name.ljust(width)} = {value}" for name, value in arguments)
    return f"{header} {{\n{inner}\n  }}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), read_schema(Path(sys.argv[2])) if len(sys.argv) > 2 else {})
