// Linked around a program (ld's --wrap), lets one of its calls fail: FAULT_CALL names it ("write", "alloc"), FAULT_AT says
// which one (from 0), FAULT_ERROR the errno (0: a short write; -1: the program is killed there). Only files below FAULT_UNDER
// count. FAULT_SEEN is made when it happens, and FAULT_THEN lets every later call of that name fail as well.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static const char* call_name;
static const char* under;
static const char* seen;
static long at;
static int fault;
static bool later;
static bool ready;
static atomic_long count;

static void tell(void) {
    long const file = syscall(SYS_openat, AT_FDCWD, seen, O_CREAT | O_WRONLY, 0600);
    if (file >= 0) syscall(SYS_close, file);
}

/// Whether this call is the one.
static bool strikes(const char* name) {
    if (!ready || strcmp(name, call_name) != 0) return false;
    long const number = count++;
    if (number != at && !(later && number > at)) return false;
    tell();
    if (fault < 0) raise(SIGKILL);
    errno = fault;
    return true;
}

static bool is_below(const char* path) {
    size_t const length = strlen(under);
    return strncmp(path, under, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

static bool file_below(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t const length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = '\0';
    return is_below(path);
}

static bool path_below(int folder, const char* path) {
    char here[PATH_MAX];
    if (path[0] == '/') return is_below(path);
    if (folder != AT_FDCWD) return file_below(folder);
    return getcwd(here, sizeof here) != NULL && is_below(here);
}

// The linker takes __wrap_NAME where NAME is called, and NAME for __real_NAME.
#define WRAPPED(type, name, declared) \
    type __real_##name declared;      \
    type __wrap_##name declared;      \
    type __wrap_##name declared
#define ON_FILE(type, name, declared, given)               \
    WRAPPED(type, name, declared) {                        \
        if (ready && file_below(file) && strikes(#name)) { \
            return -1;                                     \
        }                                                  \
        return __real_##name given;                        \
    }
#define ON_PATH(name, as, declared, given, folder, path)         \
    WRAPPED(int, name, declared) {                               \
        if (ready && path_below(folder, path) && strikes(#as)) { \
            return -1;                                           \
        }                                                        \
        return __real_##name given;                              \
    }

ON_FILE(ssize_t, read, (int file, void* to, size_t size), (file, to, size))
ON_FILE(int, fsync, (int file), (file))
ON_FILE(int, fdatasync, (int file), (file))
ON_FILE(int, syncfs, (int file), (file))
ON_FILE(int, flock, (int file, int how), (file, how))
ON_FILE(int, fstat, (int file, struct stat* to), (file, to))
ON_PATH(link, link, (const char* old, const char* new), (old, new), AT_FDCWD, new)
ON_PATH(linkat, link, (int a, const char* old, int b, const char* new, int flags), (a, old, b, new, flags), b, new)
ON_PATH(rename, rename, (const char* old, const char* new), (old, new), AT_FDCWD, new)
ON_PATH(renameat, rename, (int a, const char* old, int b, const char* new), (a, old, b, new), b, new)
ON_PATH(renameat2, rename, (int a, const char* old, int b, const char* new, unsigned flags), (a, old, b, new, flags), b,
        new)
ON_PATH(mkdir, mkdir, (const char* path, mode_t mode), (path, mode), AT_FDCWD, path)
ON_PATH(mkdirat, mkdir, (int folder, const char* path, mode_t mode), (folder, path, mode), folder, path)
ON_PATH(stat, stat, (const char* path, struct stat* to), (path, to), AT_FDCWD, path)
ON_PATH(lstat, stat, (const char* path, struct stat* to), (path, to), AT_FDCWD, path)
ON_PATH(fstatat, stat, (int folder, const char* path, struct stat* to, int flags), (folder, path, to, flags), folder,
        path)

WRAPPED(ssize_t, write, (int file, const void* bytes, size_t size)) {
    if (ready && file_below(file) && strikes("write")) {
        if (fault != 0) return -1;
        size = size > 1 ? size / 2 : size;
    }
    return __real_write(file, bytes, size);
}

WRAPPED(int, close, (int file)) {
    bool const below = ready && file_below(file);
    int const done = __real_close(file);
    return below && strikes("close") ? -1 : done;
}

WRAPPED(int, open, (const char* path, int flags, ...)) {
    va_list rest;
    va_start(rest, flags);
    mode_t const mode = va_arg(rest, mode_t);
    va_end(rest);
    if (ready && path_below(AT_FDCWD, path) && strikes("open")) return -1;
    return __real_open(path, flags, mode);
}

WRAPPED(int, openat, (int folder, const char* path, int flags, ...)) {
    va_list rest;
    va_start(rest, flags);
    mode_t const mode = va_arg(rest, mode_t);
    va_end(rest);
    if (ready && path_below(folder, path) && strikes("open")) return -1;
    return __real_openat(folder, path, flags, mode);
}

WRAPPED(int, pthread_create, (pthread_t* thread, const pthread_attr_t* how, void* (*what)(void*), void* with)) {
    return strikes("thread") ? fault : __real_pthread_create(thread, how, what, with);
}

WRAPPED(void*, malloc, (size_t size)) { return strikes("alloc") ? NULL : __real_malloc(size); }
WRAPPED(void*, calloc, (size_t number, size_t size)) { return strikes("alloc") ? NULL : __real_calloc(number, size); }
WRAPPED(void*, realloc, (void* old, size_t size)) { return strikes("alloc") ? NULL : __real_realloc(old, size); }

// Only what main does counts, not what the system does around it.
WRAPPED(int, main, (int argc, char** argv)) {
    call_name = getenv("FAULT_CALL");
    under = getenv("FAULT_UNDER");
    seen = getenv("FAULT_SEEN");
    at = atol(getenv("FAULT_AT") != NULL ? getenv("FAULT_AT") : "0");
    fault = atoi(getenv("FAULT_ERROR") != NULL ? getenv("FAULT_ERROR") : "0");
    later = getenv("FAULT_THEN") != NULL;
    ready = call_name != NULL && under != NULL && seen != NULL;
    int const status = __real_main(argc, argv);
    ready = false;
    return status;
}
