// What every tfguard can be told by, whatever its version and its name: bytes near the beginning of
// the program's file, so that a look at its head suffices.
//
// On ELF it is a note (elf(5)), which linkers lay in front of the code and which strip(1) keeps.
// A Mach-O file names its sections in the load commands at its head; there the name says it all.

#define _GNU_SOURCE

#include "CGuard.h"

#include <string.h>

bool cguard_contains(const void *bytes, size_t count, const void *part, size_t part_count) {
    return memmem(bytes, count, part, part_count) != NULL;
}

#ifdef __MACH__

__attribute__((used, section("__TEXT,__tfguard_marker"))) static const char marker[] = "tfguard";

const char *cguard_marker(void) { return "__tfguard_marker"; }

#else

#define MARKER "this is tfguard, and no terraform"

__attribute__((used, section(".note.tfguard"), aligned(4))) static const struct {
    uint32_t name_count;
    uint32_t text_count;
    uint32_t kind;
    char name[8];
    char text[(sizeof MARKER + 3) & ~3U];
} note = {sizeof "tfguard", sizeof MARKER, 1, "tfguard", MARKER};

const char *cguard_marker(void) { return note.text; }

#endif
