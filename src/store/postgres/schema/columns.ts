/** Kinds of columns that drizzle does not have as the store needs them. */
import { bigint, customType } from 'drizzle-orm/pg-core';

/** PostgreSQL's text cannot hold the character NUL: it is kept as two others, in the same place of the order. */
export function withoutNul(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  return text.replace(/[\u0000\u0001]/gu, (char) => (char === '\u0000' ? '\u0001\u0001' : '\u0001\u0002'));
}

function withNul(kept: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the two that stand for one are control characters
  return kept.replace(/\u0001([\u0001\u0002])/gu, (_, char) => (char === '\u0001' ? '\u0000' : '\u0001'));
}

/** Text in the order of its bytes, whatever language the database speaks. */
export const plainText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
  toDriver: withoutNul,
  fromDriver: withNul,
});

/** JSON as it was written: the columns of PostgreSQL for it would refuse some texts, and jsonb would sort the keys. */
export const json = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (kept) => JSON.parse(kept) as T,
  })(name);

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Milliseconds since 1970. */
export const time = (name: string) => bigint(name, { mode: 'number' });
