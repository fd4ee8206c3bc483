// Runs a command with its output thrown away and prints what it took: nanoseconds, peak memory in
// kilobytes, wait status.
//
// In C, and as small as can be: on Linux a program inherits the peak memory of whoever spawned it
// (getrusage(2) counts what the process used before execve), and that is not to be ours.

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

int main(int argc, char **argv) {
    if (argc < 2) return 64;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t process;
    if (posix_spawn(&process, argv[1], &actions, NULL, argv + 1, environ) != 0) return 71;
    int status;
    struct rusage usage;
    while (wait4(process, &status, 0, &usage) < 0)
        if (errno != EINTR) return 71;
    clock_gettime(CLOCK_MONOTONIC, &end);
    long long nanoseconds =
        (end.tv_sec - start.tv_sec) * 1000000000LL + (end.tv_nsec - start.tv_nsec);
    long kilobytes = usage.ru_maxrss;
#ifdef __APPLE__
    kilobytes /= 1024;
#endif
    printf("%lld %ld %d\n", nanoseconds, kilobytes, status);
    return 0;
}
