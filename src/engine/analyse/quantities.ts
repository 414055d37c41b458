/** Quantities of a record with what its sentence says of them: asked, offered, done. */
import type { QuantityMention } from '../../domain/analysis.ts';
import { modalityAt } from '../../text/modality.ts';
import { findQuantities } from '../../text/quantities.ts';
import { type ReadField, spanOf } from './read-field.ts';

export function readQuantities(side: 'result' | 'carrier', fields: readonly ReadField[]): QuantityMention[] {
  return fields
    .filter((field) => field.base !== 'portfolio')
    .flatMap((field) =>
      findQuantities(field.read.folded.text).map(({ kind, low, high, start, end }) => {
        const said = modalityAt(field.read, start, end);
        const lacking = side === 'carrier' ? 'denied' : 'asked';
        const byField = side === 'carrier' ? 'offered' : field.base === 'needs' ? 'asked' : 'mentioned';
        return {
          kind,
          modality: said === 'lacking' ? lacking : (said ?? byField),
          low,
          high,
          span: spanOf(field, start, end),
        };
      }),
    );
}
