// Starts a program that gets three files and nothing else of this process.
//
// The functions that this takes are GNU extensions, which Swift does not see.
#ifndef CSPAWN_H
#define CSPAWN_H

#include <sys/types.h>

/// Makes a pipe that no child inherits by chance, with an end that never blocks.
///
/// `ends[0]` is read from, `ends[1]` written to; `own` is the index of the end that never blocks.
/// Returns 0 or an error number.
int cspawn_pipe(int ends[2], int own);

/// Starts a program in a process group of its own, with default signals, none held back.
///
/// `files` become its standard input, output and error; every other file is closed. `arguments` and
/// `environment` end with NULL. Returns 0 or an error number.
int cspawn_start(pid_t *process, const char *path, const int files[3], char *const arguments[],
                 char *const environment[]);

#endif
