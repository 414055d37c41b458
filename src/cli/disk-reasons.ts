/** Why the system refuses a file that was named on the command line. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件或文件夹不存在 no such file or folder',
  ENOTDIR: '路径中有一段不是文件夹 a part of the path is no folder',
  EISDIR: '这是文件夹，不是文件 a folder, not a file',
  EACCES: '没有权限 no permission',
  EROFS: '磁盘只读 the disk is read-only',
  ENOSPC: '磁盘已满 the disk is full',
};

/** Null where the error is of another kind. */
export function diskReason(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? (REASONS[String(error.code)] ?? null) : null;
}
