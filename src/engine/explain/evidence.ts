/** Quotes as evidence, written out field by field: dozens stand under every match, and copying whole objects is slow. */
import type { Span } from '../../domain/analysis.ts';
import type { Evidence } from '../../domain/match.ts';

/** `about`: the term, code or condition that the quote stands for. */
export function quoteAbout(
  side: Evidence['side'],
  about: string,
  { field, start, end, quote }: Span,
): Evidence {
  return { side, about, field, start, end, quote };
}

export function quoteOf(side: Evidence['side'], { field, start, end, quote }: Span): Evidence {
  return { side, field, start, end, quote };
}
