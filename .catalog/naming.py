"""Which attributes hold the name by which people know a thing."""

import re

# What a type's words do not give away.
SPECIAL = {
    "google_folder": ["display_name"],
    "google_project": ["project_id"],
    "aws_kms_alias": ["name"],
}

BY_PROVIDER = {
    "kubernetes": ["metadata.name"],
    "vault": ["path", "name"],
    "github": ["name", "repository", "slug"],
    "gitlab": ["name", "path"],
    "grafana": ["name", "title", "slug"],
    "datadog": ["name", "title"],
    "okta": ["name", "label", "login"],
    "oci": ["display_name", "name"],
    "aiven": ["service_name", "database_name", "topic_name", "name"],
    "confluent": ["display_name", "topic_name"],
    "azuread": ["display_name", "user_principal_name"],
    "alicloud": ["name", "instance_name", "db_instance_description", "bucket"],
    "ovh": ["name", "service_name"],
    "pagerduty": ["name", "summary"],
    "ns1": ["name", "zone"],
    "dnsimple": ["name", "domain_name"],
    "akamai": ["name", "zone"],
    "heroku": ["name"],
    "consul": ["name", "path_prefix"],
    "cloudflare": ["name", "title", "zone"],
}


def identity(type, paths):
    """The attributes to try, the most telling first; only those that the schema has."""
    if type in SPECIAL:
        return SPECIAL[type]
    provider, *words = type.split("_")
    if provider in ("null", "random", "terraform", "time", "tls"):
        return []
    if paths is None:
        names = BY_PROVIDER.get(provider, ["name"])
        if provider == "google" and words:
            names = [f"{words[-1]}_id", "name", "display_name"]
        if provider == "awscc":
            noun = words[-1] if words else ""
            names = [f"{noun}_name", f"db_{noun}_identifier", "name"]
        return names
    candidates = ["name", "identifier"]
    for count in (3, 2, 1):
        noun = "_".join(words[-count:])
        candidates += [f"{noun}_name", f"{noun}_identifier", f"{noun}_id", noun]
    candidates += [
        "cluster_identifier", "domain_name", "bucket", "function_name", "display_name", "alias", "title",
        "family", "stream_name", "repository", "dashboard_name", "alarm_name", "description",
    ]
    found = [name for name in candidates if isText(paths.get(name))]
    found = [name for name in found if not re.search(r"arn$", name)]
    if not found:
        found = ["tags.Name"] * ("tags" in paths) + ["id"] * isText(paths.get("id"))
    return list(dict.fromkeys(found))[:2]


def isText(attribute):
    return attribute is not None and attribute.get("type") == "string"
