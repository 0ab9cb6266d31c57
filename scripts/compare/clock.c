/*
 * Preloaded into a node, makes its clocks run CLOCK_SPEED times faster, from CLOCK_BACK seconds ago on, and the waits that
 * a node uses that much shorter: a chain with blocks of six seconds then grows as fast as the machine makes them. For
 * measurements only, on x86-64. Condition variables are taken for ones of CLOCK_REALTIME.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <linux/futex.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL

typedef long long nanoseconds;

static nanoseconds speed = 1, back, begin_real, begin_monotonic;

static nanoseconds of(const struct timespec *time) { return time->tv_sec * SECOND + time->tv_nsec; }

static struct timespec spec_of(nanoseconds time) {
	return (struct timespec){.tv_sec = time / SECOND, .tv_nsec = time % SECOND};
}

/* The kernel itself: what the C library exports is below. */
static long kernel(long number, long a, long b, long c, long d, long e, long f) {
	register long r10 __asm__("r10") = d;
	register long r8 __asm__("r8") = e;
	register long r9 __asm__("r9") = f;
	long result;
	__asm__ volatile("syscall"
	                 : "=a"(result)
	                 : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
	                 : "rcx", "r11", "memory");
	if (result > -4096 && result < 0) {
		errno = (int)-result;
		return -1;
	}
	return result;
}

static int true_clock(clockid_t clock, struct timespec *time) {
	static int (*original)(clockid_t, struct timespec *);
	if (!original) original = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
	return original(clock, time);
}

static nanoseconds true_time(clockid_t clock) {
	struct timespec time = {0};
	true_clock(clock, &time);
	return of(&time);
}

__attribute__((constructor)) static void begin(void) {
	const char *given = getenv("CLOCK_SPEED");
	if (given) speed = atoll(given);
	if (speed < 1) {
		static const char message[] = "CLOCK_SPEED is a whole number from 1 on\n";
		(void)!write(2, message, sizeof message - 1);
		_exit(2);
	}
	given = getenv("CLOCK_BACK");
	if (given) back = atoll(given) * SECOND;
	begin_real = true_time(CLOCK_REALTIME);
	begin_monotonic = true_time(CLOCK_MONOTONIC);
}

static int is_real(clockid_t clock) { return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE; }

static int is_monotonic(clockid_t clock) {
	return clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_COARSE || clock == CLOCK_BOOTTIME;
}

/* What a clock shows at a true time, and the true time at which it shows that. */
static nanoseconds shown(clockid_t clock, nanoseconds time) {
	if (is_real(clock)) return begin_real - back + (time - begin_real) * speed;
	if (is_monotonic(clock)) return begin_monotonic + (time - begin_monotonic) * speed;
	return time;
}

static nanoseconds meant(clockid_t clock, nanoseconds time) {
	if (is_real(clock)) return begin_real + (time - begin_real + back) / speed;
	if (is_monotonic(clock)) return begin_monotonic + (time - begin_monotonic) / speed;
	return time;
}

static int shorter(int milliseconds) {
	return milliseconds <= 0 ? milliseconds : (int)((milliseconds + speed - 1) / speed);
}

static const struct timespec *shorter_spec(const struct timespec *time, struct timespec *into) {
	if (!time) return NULL;
	*into = spec_of(of(time) / speed);
	return into;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
	int failed = true_clock(clock, time);
	if (!failed) *time = spec_of(shown(clock, of(time)));
	return failed;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
	nanoseconds now = shown(CLOCK_REALTIME, true_time(CLOCK_REALTIME));
	(void)zone;
	*time = (struct timeval){.tv_sec = now / SECOND, .tv_usec = now % SECOND / 1000};
	return 0;
}

time_t time(time_t *into) {
	time_t now = shown(CLOCK_REALTIME, true_time(CLOCK_REALTIME)) / SECOND;
	if (into) *into = now;
	return now;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left) {
	struct timespec less = flags & TIMER_ABSTIME ? spec_of(meant(clock, of(wanted))) : spec_of(of(wanted) / speed);
	return kernel(SYS_clock_nanosleep, clock, flags, (long)&less, (long)left, 0, 0) ? errno : 0;
}

int epoll_wait(int epoll, struct epoll_event *events, int most, int timeout) {
	return (int)kernel(SYS_epoll_wait, epoll, (long)events, most, shorter(timeout), 0, 0);
}

int poll(struct pollfd *files, nfds_t count, int timeout) {
	return (int)kernel(SYS_poll, (long)files, (long)count, shorter(timeout), 0, 0, 0);
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until) {
	static int (*original)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
	struct timespec earlier = spec_of(meant(CLOCK_REALTIME, of(until)));
	if (!original)
		original = (int (*)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *))dlsym(
			RTLD_NEXT, "pthread_cond_timedwait");
	return original(condition, mutex, &earlier);
}

/* Rust's threads wait on futexes, until a time or for so long. */
static const struct timespec *futex_wait(long operation, const struct timespec *given, struct timespec *into) {
	switch (operation & FUTEX_CMD_MASK) {
	case FUTEX_WAIT:
		return shorter_spec(given, into);
	case FUTEX_WAIT_BITSET:
		if (given) *into = spec_of(meant(operation & FUTEX_CLOCK_REALTIME ? CLOCK_REALTIME : CLOCK_MONOTONIC, of(given)));
		return given ? into : NULL;
	default:
		return given;
	}
}

long syscall(long number, ...) {
	va_list all;
	long given[6];
	struct timespec earlier;
	va_start(all, number);
	for (int index = 0; index < 6; index++) given[index] = va_arg(all, long);
	va_end(all);
	if (number == SYS_futex) given[3] = (long)futex_wait(given[1], (const struct timespec *)given[3], &earlier);
	return kernel(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
