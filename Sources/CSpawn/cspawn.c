#define _GNU_SOURCE
#include "cspawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

int cspawn_pipe(int ends[2], int own) {
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  const int flags = fcntl(ends[own], F_GETFL);
  if (flags >= 0 && fcntl(ends[own], F_SETFL, flags | O_NONBLOCK) == 0) return 0;
  const int code = errno;
  close(ends[0]);
  close(ends[1]);
  return code;
}

static int set_files(posix_spawn_file_actions_t *actions, const int files[3]) {
  // By way of higher numbers, should this process itself have one of the first three closed.
  enum { PARKING = 100 };
  int code = 0;
  for (int i = 0; code == 0 && i < 3; i++) {
    code = posix_spawn_file_actions_adddup2(actions, files[i], PARKING + i);
  }
  for (int i = 0; code == 0 && i < 3; i++) {
    code = posix_spawn_file_actions_adddup2(actions, PARKING + i, i);
  }
  return code != 0 ? code : posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

static int set_signals_and_group(posix_spawnattr_t *attributes) {
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  int code = posix_spawnattr_setsigdefault(attributes, &all);
  if (code == 0) code = posix_spawnattr_setsigmask(attributes, &none);
  if (code == 0) code = posix_spawnattr_setpgroup(attributes, 0);
  const short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP;
  return code != 0 ? code : posix_spawnattr_setflags(attributes, flags);
}

int cspawn_start(pid_t *process, const char *path, const int files[3], char *const arguments[],
                 char *const environment[]) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int code = posix_spawn_file_actions_init(&actions);
  if (code != 0) return code;
  code = posix_spawnattr_init(&attributes);
  if (code == 0) {
    code = set_files(&actions, files);
    if (code == 0) code = set_signals_and_group(&attributes);
    if (code == 0) code = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return code;
}
