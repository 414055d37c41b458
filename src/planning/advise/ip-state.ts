/** The intellectual property of a result as its record states it, sorted by what it allows. */
import type { IpKind, IpRight } from '../../domain/reading/ip.ts';
import type { ResearchResult } from '../../domain/research-result.ts';

export interface StatedRight extends IpRight {
  /** `ip[2]`. */
  readonly field: string;
}

export interface IpState {
  /** Rights that can be transferred or licensed by their kind; papers and standards are none. */
  readonly rights: readonly StatedRight[];
  readonly held: readonly StatedRight[];
  readonly pending: readonly StatedRight[];
  readonly lapsed: readonly StatedRight[];
  /** Transferred away, or licensed exclusively: no longer for anybody else. */
  readonly gone: readonly StatedRight[];
  readonly licensed: readonly StatedRight[];
  readonly pledged: readonly StatedRight[];
  /** Stated without a word on its status. */
  readonly open: readonly StatedRight[];
}

const NO_RIGHTS: ReadonlySet<IpKind> = new Set<IpKind>(['paper', 'standard', 'other']);
/** They exist without being granted. */
const HELD_AS_STATED: ReadonlySet<IpKind> = new Set<IpKind>(['software_copyright', 'trade_secret']);
const EXCLUSIVE = /独占|独家|exclusive/iu;

export function ipStateOf(result: ResearchResult): IpState {
  const rights = (result.ip ?? [])
    .map((right, i): StatedRight => ({ ...right, field: `ip[${i}]` }))
    .filter((right) => !NO_RIGHTS.has(right.kind));
  const of = (status: IpRight['status']) => rights.filter((right) => right.status === status);
  const licensed = of('licensed');
  const unsaid = of(undefined);
  return {
    rights,
    held: [...of('granted'), ...unsaid.filter((right) => HELD_AS_STATED.has(right.kind))],
    pending: of('pending'),
    lapsed: of('lapsed'),
    gone: [...of('assigned'), ...licensed.filter((right) => EXCLUSIVE.test(right.text))],
    licensed: licensed.filter((right) => !EXCLUSIVE.test(right.text)),
    pledged: of('pledged'),
    open: unsaid.filter((right) => !HELD_AS_STATED.has(right.kind)),
  };
}
