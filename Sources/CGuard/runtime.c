// What stands in for parts of Swift's runtime (Backtrace.cpp and LibPrespecialized.cpp in
// stdlib/public/runtime of its source, stubs/CommandLine.cpp) in the static binary, and what hides the
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

// Weak: where a runtime of another version needs more of one of its objects, that is linked after all,
// and `make check-engine` says so.
#define STANDS_IN __attribute__((weak))

// The backtracer. Where SWIFT_BACKTRACE asks for it, it hands the memory of a process that crashes to a
// program which that variable names: a guard's memory holds what plans hold. It also looks for that
// program at every start. The settings, all zero, say that it is off.
STANDS_IN const unsigned char _swift_backtraceSettings[256] __attribute__((aligned(16))) = {0};
STANDS_IN bool _swift_backtrace_isThunkFunction(const char *name) {
    (void)name;
    return false;
}

// What is known of types beforehand, by a library that a variable names. There is none.
STANDS_IN void prespecialized_image_loaded(void)
    __asm__("_ZN5swift28libPrespecializedImageLoadedEv");
void prespecialized_image_loaded(void) {}
STANDS_IN void *prespecialized_metadata(const void *type, const void *const *arguments)
    __asm__("_ZN5swift28getLibPrespecializedMetadataEPKNS_27TargetTypeContextDescriptor"
            "INS_9InProcessEEEPKPKv");
void *prespecialized_metadata(const void *type, const void *const *arguments) {
    (void)type;
    (void)arguments;
    return NULL;
}

// The arguments for `CommandLine`, which nothing here asks for. The runtime's own reads
// /proc/self/maps for them at every start.
STANDS_IN char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
    *count = cguard_argument_count();
    char **words = calloc((size_t)*count + 1, sizeof *words);
    for (int word = 0; words != NULL && word < *count; word++)
        words[word] = strdup(cguard_arguments()[word]);
    return words;
}

#endif
