/** JSON with sorted keys and without absent values: the same content gives the same bytes, so it can be hashed. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(presentEntries(inner))
      : inner,
  );
}

/** The same in pieces, for what is too large to be one text: of an object and its fields, lists item by item. */
export function* canonicalPieces(value: object, levels = 2): Generator<string> {
  let separator = '{';
  for (const [key, inner] of presentEntries(value)) {
    yield `${separator}${JSON.stringify(key)}:`;
    separator = ',';
    if (Array.isArray(inner)) yield* items(inner);
    else if (levels > 1 && inner !== null && typeof inner === 'object')
      yield* canonicalPieces(inner, levels - 1);
    else yield canonicalJson(inner);
  }
  yield separator === '{' ? '{}' : '}';
}

function* items(list: readonly unknown[]): Generator<string> {
  for (const [i, item] of list.entries()) yield `${i === 0 ? '[' : ','}${canonicalJson(item) ?? 'null'}`;
  yield list.length === 0 ? '[]' : ']';
}

function presentEntries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
