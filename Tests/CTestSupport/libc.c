#define _GNU_SOURCE

#include "CTestSupport.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int ctestsupport_pipe(int ends[2]) {
#ifdef __linux__
    return pipe2(ends, O_CLOEXEC);
#else
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
#endif
}

int ctestsupport_add_chdir(posix_spawn_file_actions_t *actions, const char *directory) {
    return posix_spawn_file_actions_addchdir_np(actions, directory);
}

const short ctestsupport_spawn_setsid = POSIX_SPAWN_SETSID;

int ctestsupport_open_terminal(char *slave, size_t count) {
    // A copy of the master in another program would keep a terminal alive that was hung up.
#ifdef __linux__
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (master < 0) return -1;
#else
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0) return -1;
    fcntl(master, F_SETFD, FD_CLOEXEC);
#endif
    if (grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, slave, count) != 0) {
        close(master);
        return -1;
    }
    return master;
}
