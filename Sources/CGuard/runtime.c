// What stands in for parts of Swift's runtime (stdlib/public/runtime/Backtrace.cpp and
// stdlib/public/stubs/CommandLine.cpp of its source) in the static binary, and what hides the
// environment from the rest. The linker takes an object of the runtime's only where a name of it is
// missing, so where these are there it leaves them out.

#define _GNU_SOURCE
#ifndef CGUARD_IS_STATIC

#include "CGuard.h"

extern char **environ;

char *const *cguard_environment(void) { return environ; }

#else

#include "CGuard.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

extern char **environ;

// All variables, where `environ` lacks some.
static char **whole_environment;

char *const *cguard_environment(void) {
    return whole_environment != NULL ? whole_environment : environ;
}

static bool is_for_runtime(const char *variable) {
    return strncmp(variable, "SWIFT_", strlen("SWIFT_")) == 0;
}

// Takes out of `environ` what the runtime would read (EnvironmentVariables.def): one of its variables
// names a library to load, others change how it works and have it print. What tfguard starts gets them
// all the same. Before any constructor, which on ELF is when these functions run; no allocator yet.
static void hide_from_runtime(int count, char **arguments, char **variables) {
    (void)count;
    (void)arguments;
    size_t all = 0, kept = 0;
    bool is_any = false;
    for (; variables[all] != NULL; all++) is_any = is_any || is_for_runtime(variables[all]);
    if (!is_any) return;
    size_t size = (all + 1) * sizeof *variables;
    char **copy = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copy == MAP_FAILED) _exit(71);  // EX_OSERR of sysexits.h
    memcpy(copy, variables, size);
    whole_environment = copy;
    for (size_t index = 0; index < all; index++)
        if (!is_for_runtime(copy[index])) variables[kept++] = copy[index];
    variables[kept] = NULL;
}

__attribute__((used, section(".preinit_array"))) static void (*const hiding)(int, char **, char **) =
    hide_from_runtime;

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
