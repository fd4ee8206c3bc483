// What the tests need of libc that it shows only to programs that ask for more than
// C (feature_test_macros(7)), which Swift's import does not.

#ifndef CTESTSUPPORT_H
#define CTESTSUPPORT_H

#include <spawn.h>
#include <stddef.h>

// pipe2(2) with O_CLOEXEC: another test may start a program at any moment.
int ctestsupport_pipe(int ends[2]);

// posix_spawn_file_actions_addchdir_np(3).
int ctestsupport_add_chdir(posix_spawn_file_actions_t *actions, const char *directory);

// POSIX_SPAWN_SETSID of posix_spawnattr_setflags(3).
extern const short ctestsupport_spawn_setsid;

// The master of a new pseudo-terminal, pts(4), and its slave's path; -1 and errno where there is
// none to be had.
int ctestsupport_open_terminal(char *slave, size_t count);

#endif
