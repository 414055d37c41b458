/** Intellectual property spread over columns (类型, 编号, 法律状态), as the one text that the record's reader takes. */

export interface IpColumns {
  readonly whole: readonly string[];
  readonly kinds: readonly string[];
  readonly numbers: readonly string[];
  readonly states: readonly string[];
}

/**
 * Each number with its kind and state: paired one to one where there are as many of them, else the one kind
 * (or state) goes with every number. Lists that do not pair are set side by side, so that nothing is lost.
 */
export function joinIpColumns({ whole, kinds, numbers, states }: IpColumns): string {
  const [kind, number, state] = [entries(kinds), entries(numbers), entries(states)];
  const count = Math.max(number.length, kind.length, state.length);
  const pairs = [kind, number, state].every((list) => list.length <= 1 || list.length === count);
  const rights = pairs
    ? Array.from({ length: count }, (_, i) =>
        [kind, number, state]
          .map((list) => list[i] ?? list[0] ?? '')
          .filter(Boolean)
          .join(' '),
      )
    : [
        ...kind,
        ...number.map((n) => [n, ...(state.length === 1 ? state : [])].join(' ')),
        ...(state.length > 1 ? state : []),
      ];
  return [...whole, ...rights].join('；');
}

function entries(cells: readonly string[]): string[] {
  return cells
    .flatMap((cell) => cell.split(/[;；、\n\r,，]+/u))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
