// The little of C that Swift cannot import or say.
//
// Every function that fails returns -1 with errno set, as the system call it stands for.

#ifndef CGUARD_H
#define CGUARD_H

#include <stddef.h>
#include <stdint.h>
#include <poll.h>
#include <spawn.h>
#include <stdbool.h>
#include <sys/types.h>

// MARK: embedded.c

// A file of the repository's `policies` folder, embedded when the tool was built.
struct cguard_embedded_file {
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

size_t cguard_embedded_file_count(void);
const struct cguard_embedded_file *cguard_embedded_file(size_t index);

// MARK: marker.c

// The text by which the head of a program's file tells that it is a tfguard.
const char *cguard_marker(void);

// Whether bytes stand among others: memmem(3), for which there is a sixteenth of a megabyte to look
// through before each terraform is started.
bool cguard_contains(const void *bytes, size_t count, const void *part, size_t part_count);

// MARK: platform.c

// The arguments this process was started with, and its environment as it is now.
int cguard_argument_count(void);
char *const *cguard_arguments(void);
char *const *cguard_environment(void);

// A new file in memory that can be sealed and not executed (memfd_create(2)), closed on exec.
int cguard_memory_file(const char *name);

// Seals it against every change, and against other seals (F_ADD_SEALS, fcntl(2)).
int cguard_seal(int descriptor);

// Whether it is sealed so: 1 or 0.
int cguard_is_sealed(int descriptor);

// A pipe whose ends are closed on exec.
int cguard_pipe(int ends[2]);

// No core dump and no reading of this process's memory or descriptors by the same user.
int cguard_forbid_dumps(void);

// poll(2), for few descriptors; on Darwin made of select(2), because poll cannot wait for a
// terminal there. `timeout` is in milliseconds, negative for ever.
int cguard_poll(struct pollfd *descriptors, int count, int timeout);

// posix_spawn_file_actions_addchdir_np, which glibc declares to GNU sources only.
int cguard_spawn_in_directory(posix_spawn_file_actions_t *actions, const char *path);

// POSIX_SPAWN_SETSID, which glibc declares to GNU sources only.
extern const short cguard_spawn_in_session;

// The window size of a terminal (TIOCGWINSZ).
int cguard_window_size(int descriptor, int *columns, int *rows);

// A folder's next entry, or NULL at the end, then with errno 0: readdir(3).
const char *cguard_next_entry(void *directory);

// MARK: threads.c

// How many processors this process may use; at least 1.
int cguard_processor_count(void);

// Calls `work` on so many threads at once, this one among them, and returns when all have returned.
//
// Where fewer threads can be had, fewer call it.
void cguard_on_threads(int count, void (*work)(void *), void *context);

// MARK: signals.c

// Writes the number of each of these signals, as one byte, to a pipe as it arrives; signals that
// are being ignored stay so, but for the first `even_ignored` ones. One watch at a time: a second fails with EBUSY.
//
// Returns the pipe's end to read, which does not block.
int cguard_watch_signals(const int *signals, int count, int even_ignored);

// Ends the watch: gives the signals back what they did before.
void cguard_unwatch_signals(void);

// Ignores a signal, and says whether it was ignored before: 1 or 0.
int cguard_ignore_signal(int signal);

// Gives a signal its default action back.
int cguard_default_signal(int signal);

// Sees to it that the ends of children can be waited for: a caller may have left us SIGCHLD ignored,
// and then the kernel forgets them.
void cguard_wait_for_children(void);

// Ignores in this process what the kernel sends where a write fails, so that the write returns its
// error: SIGPIPE, and SIGXFSZ (setrlimit(2)). Remembers which of them its caller already ignored.
void cguard_ignore_failed_writes(void);

// The signals that are ignored by this process's own doing, by their index from 0; 0 behind the last.
int cguard_ignored_signal(int index);

// Starts the witness of SignalWitness.swift: a process that writes the number of each interrupt it
// gets, as one byte, to `report`, and ends when `lifeline` does. `command_line` is what it is
// called in a list of processes: arguments with a zero byte after each.
pid_t cguard_start_witness(
    int report, int lifeline, const char *name, const char *command_line, size_t count);

#endif
