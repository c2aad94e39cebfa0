// glibc shows renameat2 only under _GNU_SOURCE, with which Swift does not read its headers.
#if defined(__linux__)
#define XIEGUAN_RENAME_NOREPLACE 1u
#define XIEGUAN_RENAME_EXCHANGE 2u
int renameat2(int, const char *, int, const char *, unsigned int);
#endif
