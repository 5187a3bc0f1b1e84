/* Preloaded into a program: writes down, in one order, what reaches its files and its lock wire.
 *
 * POWERCUT_FOLDER  files below it are watched (but not SQLite's shared memory, which no cut keeps)
 * POWERCUT_WIRE    files whose path starts like this are the wire
 * POWERCUT_MARKS   what is written to this file is a mark: something the world has been told
 * POWERCUT_TRACE   where the record goes
 *
 * One record: operation, path length, offset, data length, path, data. A write is recorded when it
 * begins and a flush when it has ended; nothing else of this program's happens in between.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST 4096
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ALOUD __attribute__((visibility("default")))

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char *paths[MOST]; /* of the watched descriptors */
static int trace = -1;

static int begins(const char *path, const char *name) {
    const char *start = getenv(name);
    return start && *start && !strncmp(path, start, strlen(start));
}

static int watched(const char *path) {
    size_t length = strlen(path);
    if (length > 4 && !strcmp(path + length - 4, "-shm")) return 0;
    return begins(path, "POWERCUT_FOLDER") || begins(path, "POWERCUT_WIRE");
}

static void record(char what, const char *path, int64_t offset, const void *data, uint32_t size) {
    char operation = begins(path, "POWERCUT_WIRE") && what == 'W' ? 'L'
                   : begins(path, "POWERCUT_MARKS") && what == 'W' ? 'M' : what;
    struct __attribute__((packed)) { char what; uint16_t path; int64_t offset; uint32_t size; }
        head = {operation, (uint16_t)strlen(path), offset, size};
    if (trace < 0)
        trace = REAL(open)(getenv("POWERCUT_TRACE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    ssize_t (*put)(int, const void *, size_t) = REAL(write);
    if (put(trace, &head, sizeof head) != sizeof head || put(trace, path, head.path) != head.path
        || (size && put(trace, data, size) != (ssize_t)size)) abort();
}

static const char *path_of(int fd) { return fd >= 0 && fd < MOST ? paths[fd] : NULL; }

static int opened(int fd, const char *path, int flags) {
    if (fd < 0 || fd >= MOST || !getenv("POWERCUT_TRACE")) return fd;
    pthread_mutex_lock(&turn);
    free(paths[fd]);
    paths[fd] = path[0] == '/' && !(flags & O_DIRECTORY) && watched(path) ? strdup(path) : NULL;
    if (paths[fd] && (flags & O_ACCMODE) != O_RDONLY && begins(path, "POWERCUT_FOLDER")) {
        record('O', path, 0, NULL, 0);
        if (flags & O_TRUNC) record('T', path, 0, NULL, 0);
    }
    pthread_mutex_unlock(&turn);
    return fd;
}

#define OPEN(name) ALOUD int name(const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); int mode = va_arg(more, int); va_end(more); \
    return opened(REAL(name)(path, flags, mode), path, flags); }
#define OPENAT(name) ALOUD int name(int at, const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); int mode = va_arg(more, int); va_end(more); \
    return opened(REAL(name)(at, path, flags, mode), path, flags); }
OPEN(open) OPEN(open64) OPENAT(openat) OPENAT(openat64)

#define GUARDED(type, fd, before, call, after) \
    const char *path = path_of(fd); \
    if (!path) return call; \
    pthread_mutex_lock(&turn); before; type answer = call; after; \
    pthread_mutex_unlock(&turn); return answer;

ALOUD ssize_t write(int fd, const void *data, size_t size) {
    int64_t end = fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR;
    GUARDED(ssize_t, fd, record('W', path, lseek(fd, 0, end), data, size), REAL(write)(fd, data, size), )
}
#define PWRITE(name) ALOUD ssize_t name(int fd, const void *data, size_t size, off_t offset) { \
    GUARDED(ssize_t, fd, record('W', path, offset, data, size), REAL(name)(fd, data, size, offset), ) }
PWRITE(pwrite) PWRITE(pwrite64)
#define CUT(name) ALOUD int name(int fd, off_t size) { \
    GUARDED(int, fd, record('T', path, size, NULL, 0), REAL(name)(fd, size), ) }
CUT(ftruncate) CUT(ftruncate64)
#define FLUSH(name) ALOUD int name(int fd) { \
    GUARDED(int, fd, , REAL(name)(fd), record('S', path, 0, NULL, 0)) }
FLUSH(fsync) FLUSH(fdatasync)

ALOUD int close(int fd) {
    pthread_mutex_lock(&turn);
    if (path_of(fd)) { free(paths[fd]); paths[fd] = NULL; }
    pthread_mutex_unlock(&turn);
    return REAL(close)(fd);
}

ALOUD int unlink(const char *path) {
    pthread_mutex_lock(&turn);
    if (getenv("POWERCUT_TRACE") && watched(path)) record('U', path, 0, NULL, 0);
    int answer = REAL(unlink)(path);
    pthread_mutex_unlock(&turn);
    return answer;
}

ALOUD int rename(const char *from, const char *to) {
    pthread_mutex_lock(&turn);
    if (getenv("POWERCUT_TRACE") && watched(from)) record('R', from, 0, to, strlen(to));
    int answer = REAL(rename)(from, to);
    pthread_mutex_unlock(&turn);
    return answer;
}
