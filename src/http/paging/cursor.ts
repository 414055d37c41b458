/** Cursors: opaque to a caller, so that what they hold can change; one of another list is refused. */
import { RequestError } from '../problems/request-error.ts';

export type ListName = 'results' | 'carriers' | 'imports' | 'rounds' | 'jobs';

export function encodeCursor(list: ListName, after: string): string {
  return Buffer.from(`${list}:${after}`, 'utf8').toString('base64url');
}

/** The id after which the page starts. Throws `request.invalid`. */
export function decodeCursor(list: ListName, cursor: string): string {
  const after = Buffer.from(cursor, 'base64url')
    .toString('utf8')
    .slice(list.length + 1);
  if (after !== '' && encodeCursor(list, after) === cursor) return after;
  throw new RequestError('request.invalid', '游标无效 · The cursor is not one of this list', [
    { field: 'cursor', found: cursor.slice(0, 60), expected: '上一页的 next · `next` of the page before' },
  ]);
}
