// The shipped policies, byte for byte: `#embed` (C23) leaves them in the read-only part of the
// binary, so they cost neither start-up time nor memory until somebody reads them.

#include "CGuard.h"

static const unsigned char default_hcl[] = {
#embed "../../policies/default.hcl"
};

static const struct cguard_embedded_file files[] = {
    {"default.hcl", default_hcl, sizeof default_hcl},
};

size_t cguard_embedded_file_count(void) { return sizeof files / sizeof files[0]; }

const struct cguard_embedded_file *cguard_embedded_file(size_t index) { return &files[index]; }
