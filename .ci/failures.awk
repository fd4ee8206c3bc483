# Hands a test run's lines on, and says at the end again what failed: in thousands of lines nobody
# finds it.

{ print; fflush() }

/^✘ Test .* recorded an issue|error: -\[|: error: |Fatal error/ {
    if (count < 50) failures[++count] = $0
}

END {
    if (count == 0) exit 0
    print "\nWhat failed:"
    for (i = 1; i <= count; i++) print failures[i]
}
