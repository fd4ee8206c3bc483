# builtin:default
