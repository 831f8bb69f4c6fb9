#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

// Writes all that waits for the file system that a descriptor is on, to the disk. 0, or -1 with errno.
int cfilesystem_sync(int descriptor);

// Lets two paths change places in one step, whatever they are. 0, or -1 with errno: EINVAL or ENOSYS where the file
// system or the kernel cannot.
int cfilesystem_exchange(const char *one, const char *other);

#endif
