// The little of C that Swift cannot import or say.

#ifndef CGUARD_H
#define CGUARD_H

#include <stddef.h>

// A file of the repository's `policies` folder, embedded when the tool was built.
struct cguard_embedded_file {
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

extern const struct cguard_embedded_file cguard_embedded_files[];
extern const size_t cguard_embedded_file_count;

#endif
