// What stands in for parts of Swift's runtime (stdlib/public/runtime/Backtrace.cpp and
// stdlib/public/stubs/CommandLine.cpp of its source) in the static binary. The linker takes an object
// of the runtime's only where a name of it is missing, so where these are there it leaves them out.

#ifdef CGUARD_IS_STATIC

#include "CGuard.h"

#include <stdlib.h>
#include <string.h>

// The backtracer. Where SWIFT_BACKTRACE asks for it, it hands the memory of a process that crashes to a
// program which that variable names: a guard's memory holds what plans hold. It also looks for that
// program at every start. The settings, all zero, say that it is off.
const unsigned char _swift_backtraceSettings[256] __attribute__((aligned(16)));
bool _swift_backtrace_isThunkFunction(const char *name);
bool _swift_backtrace_isThunkFunction(const char *name) {
    (void)name;
    return false;
}

// The arguments for `CommandLine`, which nothing here asks for. The runtime's own reads
// /proc/self/maps for them at every start.
char **_swift_stdlib_getUnsafeArgvArgc(int *count);
char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
    *count = cguard_argument_count();
    char **words = calloc((size_t)*count + 1, sizeof *words);
    for (int word = 0; words != NULL && word < *count; word++)
        words[word] = strdup(cguard_arguments()[word]);
    return words;
}

#endif
