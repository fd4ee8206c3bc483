#!/usr/bin/env python3
"""Which functions a guarded run executes, in the form that gold takes as --section-ordering-file.

    .ci/link-order.py BINARY MAP > Sources/tfguard/link-order.txt

BINARY is a release build with -function-sections, MAP what gold wrote of it with -Map. The binary runs
under valgrind, which names every instruction that is executed; the map says in which section it lies.
The kernel maps a program by blocks of 64 KiB: where the functions of a run lie together it has to map
a fifth of the blocks.

Needs valgrind, git and terraform. A guarded run is none of those below: valgrind sets LD_PRELOAD, and
tfguard refuses; but what it does before terraform's first second is over is nearly the same.
"""

import bisect
import os
import re
import subprocess
import sys
import tempfile

FIXTURES = "Tests/EndToEndTests/Fixtures/aws"
ACTIONS = "Tests/TerraformPlanTests/Fixtures/accept/made-by-terraform/every-action-of-1.11.json"


def sections(path):
    """The functions' sections of a linker map: start, size, name."""
    found = []
    name = None
    for line in open(path, errors="replace"):
        alone = re.match(r" (\.text\S*)$", line)
        if alone:
            name = alone[1]
            continue
        placed = re.match(r" (\.text\S*)?\s+0x([0-9a-f]+)\s+0x([0-9a-f]+)\s", line)
        if placed and (placed[1] or name):
            start, size = int(placed[2], 16), int(placed[3], 16)
            if start and size:
                found.append((start, size, placed[1] or name))
        name = None
    return sorted(found)


def executed(binary, arguments, folder, environment):
    """The addresses of the instructions of one run, in any order."""
    with tempfile.TemporaryDirectory() as scratch:
        profile = os.path.join(scratch, "profile")
        subprocess.run(
            ["valgrind", "--tool=callgrind", "--dump-instr=yes", "--compress-pos=no",
             "--trace-children=no", "--callgrind-out-file=" + profile, binary, *arguments],
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        if not os.path.exists(profile):
            sys.exit("valgrind could not run " + " ".join(arguments))
        for line in open(profile, errors="replace"):
            address = re.match(r"0x([0-9a-f]+) ", line)
            if address:
                yield int(address[1], 16)


def main():
    binary, link_map = (os.path.realpath(path) for path in sys.argv[1:])
    places = sections(link_map)
    starts = [place[0] for place in places]
    plans = [os.path.realpath(os.path.join(FIXTURES, name)) for name in sorted(os.listdir(FIXTURES))
             if name.endswith(".json")]
    plans.append(os.path.realpath(ACTIONS))

    with tempfile.TemporaryDirectory() as folder:
        plain = {"PATH": os.environ["PATH"], "HOME": folder}
        pipeline = dict(plain, CI="true")
        clone = os.path.join(folder, "clone")
        for words in (["init", clone], ["-C", clone, "-c", "user.name=n", "-c", "user.email=e",
                                        "commit", "--allow-empty", "-m", "m"]):
            subprocess.run(["git", *words], env=plain, check=True, capture_output=True)

        runs = [(["check", plan], folder, pipeline) for plan in plans]
        runs += [(["check", plans[0]], clone, plain), (["terraform", "version"], folder, plain),
                 (["--version"], folder, plain)]

        printed = {".text"}
        for run in runs:
            names = set()
            for address in executed(binary, *run):
                index = bisect.bisect_right(starts, address) - 1
                if index >= 0 and address < places[index][0] + places[index][1]:
                    names.add(places[index][2])
            # By name within a run: another recording is to change few lines.
            for name in sorted(names - printed):
                print(name)
            printed |= names


main()
