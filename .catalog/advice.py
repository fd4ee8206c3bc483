"""What recovering a thing takes, and what to do first: a sentence or two.

By what the thing is and how it comes back; where the survey's note names something in particular, a
sentence about that comes first.
"""

import re

GONE = {
    "data": "Nothing brings back what it holds. Export it, or take a snapshot, first.",
    "backup": "These copies are gone for good. Make sure that what they were made of is still there.",
    "key": "What it encrypted can never be read again. Find out what uses it, and re-encrypt that first.",
    "secret": "The value is gone unless somebody else has it. Keep it elsewhere, or give its users a new one first.",
    "identity": "Whoever signs in by it is locked out, and a new one is a stranger to every policy that names the old.",
    "dns": "Its names resolve no longer, and a new one is served by other name servers.",
    "network": "A new one has another address; whoever knows the old one is cut off.",
    "cluster": "What runs on it stops, and what it kept inside is gone. Move the work elsewhere first.",
    "queue": "What waits in it unread is gone. Stop what writes, and drain it first.",
    "registry": "What was published in it is gone, and whatever fetches it fails. Copy it elsewhere first.",
    "state-backend": "The states it holds are gone, and with them what Terraform knows. Copy them first.",
    "other": "What it has gathered is gone; a new one starts from nothing.",
}

BACK = {
    "data": "The next apply brings back its configuration; until then what relies on it fails.",
    "backup": "Until the next apply brings it back, nothing is backed up by it.",
    "key": "Until the next apply brings it back, what needs the key fails.",
    "secret": "The next apply brings it back; until then what needs it fails.",
    "identity": "Until the next apply brings it back, whoever relies on it has no access.",
    "dns": "Until the next apply brings it back, its names do not resolve.",
    "network": "Until the next apply brings it back, traffic that needs it stops.",
    "cluster": "Until the next apply brings it back, what runs on it stands still.",
    "queue": "Until the next apply brings it back, nothing is delivered, and some of it is lost.",
    "registry": "Until the next apply brings it back, whatever fetches from it fails.",
    "state-backend": "Until the next apply brings it back, no run finds its state.",
    "other": "The next apply brings it back; until then it does nothing.",
}

NEW = {
    "data": "A new one has another id and address, and what it held is not in it.",
    "identity": "A new one has another id; policies that name the old one do not know it.",
    "network": "A new one has another id and address; tell whoever uses the old one first.",
    "dns": "A new one has another id, and perhaps other name servers: the names above it have to follow.",
    "secret": "A new one has another value; give it to whoever uses the old one first.",
    "key": "A new one is another key: what the old one encrypted or signed does not open with it.",
}

SPECIAL = {
    "partial": "Some of it can be rebuilt from elsewhere. Find out what, and copy the rest first.",
    "refused-nonempty": "It is not deleted while it holds anything; emptied, nothing brings that back.",
    "state-only": "Nothing is deleted outside: Terraform lets go of it, and nobody looks after it.",
    "final-snapshot": "It comes back only from a last snapshot, as a new one with a new address. See to it that one is made.",
    "rbin": "It comes back only where a Recycle Bin rule keeps it. Look for one first.",
    "git-history": "What was committed elsewhere is still there; everything else is gone.",
    "versioned": "It comes back only where old versions are kept. Look whether they are first.",
    "depends": "What can be brought back depends on how it is set up. Look at its settings first.",
    "reclaim-policy": "Whether the disk stays depends on its reclaim policy. Look at that first.",
}

# What the survey's notes are about, in the project's words.
PARTICULARS = [
    (r"checkpoint|offset|position|load history|backlog", "Its place in the stream is lost: work is done twice or left out."),
    (r"private key only in state", "The private key is only in the state. Keep a copy first."),
    (r"endpoint.*(chang|lost)|url (lost|chang)|host(name)? chang|hostname|webhook|default url", "It gets another address; whoever calls the old one reaches nobody."),
    (r"external id|trust", "The other side trusts the old one: it has to be set up again there."),
    (r"trained model|custom model", "Training it again takes its data and its time."),
    (r"\bcache\b", "It fills up again by itself; until then everything behind it is slower."),
    (r"nested resources|everything inside|whole org|all .* inside", "What is inside goes with it, and no plan lists that. Look inside first."),
    (r"lock-?out|locked out", "It may lock out whoever runs this. Make sure that another way in exists first."),
    (r"log gap|audit gap|metrics gap|gap in", "What happens meanwhile is written down nowhere."),
    (r"reputation|warm", "Its standing with other mail servers is lost and takes weeks to come back."),
    (r"re-?seed|re-?sync|full reload|full copy", "Everything has to be copied again, which takes hours or days."),
    (r"phone number|number released|released", "The number or address goes back to the pool, and somebody else may get it."),
    (r"byoip|contiguous", "An address range of one's own has to be proven again."),
    (r"handshake|invitation|accept", "The other side has to accept it again by hand."),
    (r"oauth|re-auth", "Somebody has to sign in by hand again to connect it."),
    (r"ips? chang|static ip|address(es)? (lost|chang)|vip", "It gets other addresses; whoever lets only the old ones through turns it away."),
    (r"history|findings|results|metrics|time series", "What it has recorded so far is gone."),
    (r"dashboard", "Dashboards and their history are gone. Export them first."),
    (r"guardrail|allow-all", "What it forbade is allowed from then on."),
    (r"permanent|immediate|irrevers|no undelete", "It is gone at once; nobody can call it off."),
    (r"authoritative|unlisted", "It speaks for the whole list: what it granted is gone with it."),
    (r"in-flight|dropped while|events? (lost|dropped)|telemetry", "What happens meanwhile is lost."),
    (r"users? (lost|of the|deleted)|all users|mailboxes", "Every account in it goes with it. Export them first."),
    (r"detach|mount|disk", "What is using it loses its disk in the middle of work. Stop that first."),
    (r"name blocked|cannot be reused|name reserved|id blocked|reused", "Its name may not be free again for a while."),
    (r"revoke", "What it stood for is revoked, and whoever relies on it is turned away."),
    (r"deregister|domain", "The name may go to somebody else."),
]


def advice(entry):
    """The text for one type of the survey."""
    category = entry["category"]
    how, _, window = entry["recovery"].partition(":")
    if how in SPECIAL:
        general = SPECIAL[how]
    elif how in ("window", "soft-delete"):
        general = undo(window)
    elif how == "reapply":
        general = BACK[category]
    elif how == "reapply-new-id":
        general = NEW.get(category, "A new one has another id; whatever refers to the old one has to follow.")
    else:
        general = GONE[category]
    note = entry["notes"].lower()
    if note.startswith(("no undo", "re-apply", "pending-deletion", "partly", "destroy does not", "api refuses", "only from", "soft-deleted")):
        return general
    for pattern, sentence in PARTICULARS:
        if re.search(pattern, note) and how not in ("state-only",):
            return f"{sentence} {general}" if len(sentence) + len(general) < 130 else sentence
    return general


def undo(window):
    """A time in which a deletion can be taken back."""
    match = re.fullmatch(r"(\d+)(?:-(\d+))?([dh])", window)
    if not match:
        return "For a while it can still be brought back, by hand: note its name and the time of the deletion."
    first, last, unit = match.groups()
    unit = "days" if unit == "d" else "hours"
    span = f"{first} to {last} {unit}" if last else f"{first} {unit}"
    return f"For {span} it can still be brought back, by hand and under its old name; after that nothing does."
