// Threads, which Swift's view of pthread_create(3) has another shape for on every system.

#define _GNU_SOURCE
#include "CGuard.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#endif

int cguard_processor_count(void) {
#ifdef __linux__
    // What a container or taskset(1) leaves of the machine.
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        int count = CPU_COUNT(&allowed);
        if (count > 0) return count;
    }
#endif
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (int)count : 1;
}

struct work {
    void (*call)(void *);
    void *context;
};

static void *run(void *argument) {
    struct work *work = argument;
    work->call(work->context);
    return NULL;
}

void cguard_on_threads(int count, void (*call)(void *), void *context) {
    struct work work = {call, context};
    pthread_t *threads = count > 1 ? calloc((size_t)count - 1, sizeof *threads) : NULL;
    pthread_attr_t attributes;
    int started = 0;
    if (threads != NULL && pthread_attr_init(&attributes) == 0) {
        // As the first thread usually has; Darwin's others have a sixteenth of that.
        pthread_attr_setstacksize(&attributes, 8 << 20);
        while (started < count - 1 &&
               pthread_create(&threads[started], &attributes, run, &work) == 0)
            started++;
        pthread_attr_destroy(&attributes);
    }
    run(&work);
    for (int thread = 0; thread < started; thread++) pthread_join(threads[thread], NULL);
    free(threads);
}
