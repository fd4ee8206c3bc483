// Signal handlers, which must do nothing but what signal-safety(7) allows; and the witness, which
// lives between fork and exit and therefore cannot be Swift.

#define _GNU_SOURCE
#include "CGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

enum { most_signals = 16 };

static int watch_ends[2] = {-1, -1};
static int watched_count;
static int watched[most_signals];
static struct sigaction before[most_signals];

static void note(int signal) {
    int error = errno;
    unsigned char byte = (unsigned char)signal;
    // A full pipe already says everything there is to say.
    while (write(watch_ends[1], &byte, 1) == -1 && errno == EINTR) {
    }
    errno = error;
}

int cguard_watch_signals(const int *signals, int count, int even_ignored) {
    if (watch_ends[0] != -1 || count > most_signals) {
        errno = EBUSY;
        return -1;
    }
    int ends[2];
    if (cguard_pipe(ends) == -1) return -1;
    if (fcntl(ends[0], F_SETFL, O_NONBLOCK) == -1 || fcntl(ends[1], F_SETFL, O_NONBLOCK) == -1) {
        int error = errno;
        close(ends[0]);
        close(ends[1]);
        errno = error;
        return -1;
    }
    watch_ends[0] = ends[0];
    watch_ends[1] = ends[1];
    watched_count = 0;

    // A caller may have left them blocked, and then none would ever arrive.
    sigset_t wanted;
    sigemptyset(&wanted);
    for (int i = 0; i < count; i++) sigaddset(&wanted, signals[i]);
    sigprocmask(SIG_UNBLOCK, &wanted, NULL);

    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    action.sa_flags = SA_RESTART | SA_NOCLDSTOP;
    sigfillset(&action.sa_mask);
    for (int i = 0; i < count; i++) {
        struct sigaction *old = &before[watched_count];
        if (sigaction(signals[i], NULL, old) == -1) continue;
        // A caller that had it ignored (nohup, a script's background job) wants it ignored. Not so
        // the end of a child: ignoring that would lose its exit status.
        if (old->sa_handler == SIG_IGN && signals[i] != SIGCHLD && i >= even_ignored) continue;
        if (sigaction(signals[i], &action, NULL) == -1) continue;
        watched[watched_count++] = signals[i];
    }
    return watch_ends[0];
}

void cguard_unwatch_signals(void) {
    while (watched_count > 0) {
        watched_count--;
        sigaction(watched[watched_count], &before[watched_count], NULL);
    }
    // Last, so that no handler writes to a descriptor that has become something else.
    if (watch_ends[0] != -1) {
        close(watch_ends[0]);
        close(watch_ends[1]);
        watch_ends[0] = watch_ends[1] = -1;
    }
}

static int set_action(int signal, void (*handler)(int)) {
    struct sigaction action, old;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    if (sigaction(signal, &action, &old) == -1) return -1;
    return old.sa_handler == SIG_IGN;
}

int cguard_ignore_signal(int signal) { return set_action(signal, SIG_IGN); }
int cguard_default_signal(int signal) { return set_action(signal, SIG_DFL); }

void cguard_wait_for_children(void) {
    struct sigaction old;
    if (sigaction(SIGCHLD, NULL, &old) == 0 && old.sa_handler == SIG_IGN)
        cguard_default_signal(SIGCHLD);
}

static int ignored[2];
static int ignored_count;

void cguard_ignore_failed_writes(void) {
    const int signals[] = {SIGPIPE, SIGXFSZ};
    ignored_count = 0;
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        if (cguard_ignore_signal(signals[i]) == 0) ignored[ignored_count++] = signals[i];
}

int cguard_ignored_signal(int index) { return index < ignored_count ? ignored[index] : 0; }

// MARK: - The witness

static int witness_report;

static void testify(int signal) {
    int error = errno;
    unsigned char byte = (unsigned char)signal;
    while (write(witness_report, &byte, 1) == -1 && errno == EINTR) {
    }
    errno = error;
}

static void close_range_of(unsigned first, unsigned last) {
    if (first > last) return;
#ifdef SYS_close_range
    if (syscall(SYS_close_range, first, last, 0) == 0) return;
#endif
    struct rlimit limit;
    unsigned long end = getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 1024;
    if (end > 65536) end = 65536;
    for (unsigned long i = first; i <= last && i < end; i++) close((int)i);
}

// Holds nothing open that a reader elsewhere waits to see closed.
static void close_all_but(int one, int other) {
    unsigned low = (unsigned)(one < other ? one : other);
    unsigned high = (unsigned)(one < other ? other : one);
    if (low > 0) close_range_of(0, low - 1);
    close_range_of(low + 1, high - 1);
    close_range_of(high + 1, ~0U);
}

// As setproctitle(3) does it elsewhere: the kernel shows what lies where the arguments lay.
static void rename_process(const char *name, const char *command_line, size_t count) {
#ifdef __linux__
    prctl(PR_SET_NAME, name, 0, 0, 0);
    int arguments = cguard_argument_count();
    if (arguments == 0) return;
    char *start = cguard_arguments()[0];
    char *last = cguard_arguments()[arguments - 1];
    size_t room = (size_t)(last - start) + strlen(last);
    memset(start, 0, room);
    memcpy(start, command_line, count < room ? count : room);
#else
    (void)name;
    (void)command_line;
    (void)count;
#endif
}

pid_t cguard_start_witness(
    int report, int lifeline, const char *name, const char *command_line, size_t count) {
    sigset_t every, mask;
    sigfillset(&every);
    // Nothing is delivered to the new process before it can testify.
    if (sigprocmask(SIG_SETMASK, &every, &mask) == -1) return -1;
    pid_t process = fork();
    if (process != 0) {
        int error = errno;
        sigprocmask(SIG_SETMASK, &mask, NULL);
        errno = error;
        return process;
    }

    witness_report = report;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigfillset(&action.sa_mask);
    action.sa_handler = SIG_DFL;
    sigaction(SIGCHLD, &action, NULL);
    action.sa_handler = SIG_IGN;
    const int unmoved[] = {SIGHUP, SIGPIPE, SIGXFSZ, SIGTSTP, SIGTTIN, SIGTTOU, SIGQUIT};
    for (size_t i = 0; i < sizeof unmoved / sizeof unmoved[0]; i++)
        sigaction(unmoved[i], &action, NULL);
    action.sa_handler = testify;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);

    close_all_but(report, lifeline);
    rename_process(name, command_line, count);
    (void)!chdir("/");
    sigdelset(&mask, SIGINT);
    sigdelset(&mask, SIGTERM);
    sigprocmask(SIG_SETMASK, &mask, NULL);

    // Ready: the caller waits for this before it starts what is being guarded.
    testify(0);
    unsigned char byte;
    while (read(lifeline, &byte, 1) == -1 && errno == EINTR) continue;
    _exit(0);
}
