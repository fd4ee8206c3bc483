// System calls that take variable arguments, or that the C library declares to GNU sources only.

#define _GNU_SOURCE
#include "CGuard.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/mman.h>
#include <sys/prctl.h>
#endif

// The C library hands its arguments to constructors, glibc and Darwin's alike. They are wanted as
// bytes (an argument need not be UTF-8) and in place (signals.c renames a process).
static int argument_count;
static char **arguments;

__attribute__((constructor)) static void keep_arguments(int count, char **vector) {
    argument_count = count;
    arguments = vector;
}

int cguard_argument_count(void) { return argument_count; }
char *const *cguard_arguments(void) { return arguments; }

#ifdef __linux__

// Since Linux 6.3; older kernels refuse flags they do not know.
#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008U
#endif

static const int every_seal = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

int cguard_memory_file(const char *name) {
    int descriptor = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL);
    if (descriptor == -1 && errno == EINVAL)
        descriptor = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
    return descriptor;
}

int cguard_seal(int descriptor) { return fcntl(descriptor, F_ADD_SEALS, every_seal); }

int cguard_is_sealed(int descriptor) {
    int seals = fcntl(descriptor, F_GET_SEALS);
    return seals != -1 && (seals & every_seal) == every_seal;
}

int cguard_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cguard_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

int cguard_poll(struct pollfd *descriptors, int count, int timeout) {
    return poll(descriptors, (nfds_t)count, timeout);
}

#else

int cguard_memory_file(const char *name) {
    (void)name;
    errno = ENOSYS;
    return -1;
}

int cguard_seal(int descriptor) {
    (void)descriptor;
    errno = ENOSYS;
    return -1;
}

int cguard_is_sealed(int descriptor) {
    (void)descriptor;
    return 0;
}

int cguard_pipe(int ends[2]) {
    if (pipe(ends) == -1) return -1;
    if (fcntl(ends[0], F_SETFD, FD_CLOEXEC) == -1 || fcntl(ends[1], F_SETFD, FD_CLOEXEC) == -1) {
        int error = errno;
        close(ends[0]);
        close(ends[1]);
        errno = error;
        return -1;
    }
    return 0;
}

int cguard_forbid_dumps(void) {
    struct rlimit none = {0, 0};
    if (getrlimit(RLIMIT_CORE, &none) == -1) return -1;
    none.rlim_cur = 0;
    return setrlimit(RLIMIT_CORE, &none);
}

int cguard_poll(struct pollfd *descriptors, int count, int timeout) {
    fd_set readable;
    FD_ZERO(&readable);
    int highest = -1;
    for (int i = 0; i < count; i++) {
        descriptors[i].revents = 0;
        if (descriptors[i].fd < 0) continue;
        if (descriptors[i].fd >= FD_SETSIZE) {
            errno = EINVAL;
            return -1;
        }
        FD_SET(descriptors[i].fd, &readable);
        if (descriptors[i].fd > highest) highest = descriptors[i].fd;
    }
    struct timeval limit = {timeout / 1000, timeout % 1000 * 1000};
    int found = select(highest + 1, &readable, NULL, NULL, timeout < 0 ? NULL : &limit);
    for (int i = 0; found > 0 && i < count; i++)
        if (descriptors[i].fd >= 0 && FD_ISSET(descriptors[i].fd, &readable))
            descriptors[i].revents = POLLIN;
    return found;
}

#endif

int cguard_spawn_in_directory(posix_spawn_file_actions_t *actions, const char *path) {
    return posix_spawn_file_actions_addchdir_np(actions, path);
}

const short cguard_spawn_in_session = POSIX_SPAWN_SETSID;

int cguard_window_size(int descriptor, int *columns, int *rows) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) == -1) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}

const char *cguard_next_entry(void *directory) {
    errno = 0;
    struct dirent *entry = readdir(directory);
    return entry == NULL ? NULL : entry->d_name;
}
