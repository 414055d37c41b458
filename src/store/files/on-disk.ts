import { UnusableFolder } from '../pool-files.ts';

/** What `work` gives; throws `UnusableFolder` where the system refuses what it asks of the disk. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new UnusableFolder(error.message, { cause: error });
    throw error;
  }
}
