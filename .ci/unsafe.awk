# Swift's `forbid(unsafe_code)`: complains of every `unsafe` that stands outside of the folders where
# it may stand, and of every one that does not say why it is sound. Fails when it has complained.
#
# What an `unsafe` relies on is said in a comment `// SAFETY: …` above it: on the line itself or
# before it in the same paragraph of code, which an empty line or the head of a function ends.

FNR == 1 { argued = 0 }

/\/\/ SAFETY: [^ ]/ { argued = 1 }

/^[[:space:]]*$/ { argued = 0 }

{
    code = $0
    gsub(/"([^"\\]|\\.)*"/, "\"\"", code)
    sub(/\/\/.*/, "", code)
    if (code ~ /^[[:space:]]*([a-z@()]+ )*(func|init|deinit|subscript)([^[:alnum:]_]|$)/) argued = 0
    if (code !~ /(^|[^[:alnum:]_])unsafe([^[:alnum:]_]|$)/) next
    if (FILENAME !~ /^Sources\/(TerraformPlan\/Reading|GuardSystem)\//) {
        complain("`unsafe` may stand only in TerraformPlan/Reading and GuardSystem")
    } else if (!argued) {
        complain("`unsafe` without a `// SAFETY:` comment above it")
    }
}

function complain(why) {
    print FILENAME ":" FNR ": error: " why
    complaints++
}

END { exit complaints > 0 }
