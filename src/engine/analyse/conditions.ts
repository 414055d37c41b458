/** Hard conditions (GMP, hazardous reactions, dry room …): what a result needs, what a carrier meets or refuses. */
import type { ConditionMention } from '../../domain/analysis.ts';
import { modalityAt } from '../../text/reader.ts';
import type { ConditionCue, Knowledge } from '../knowledge.ts';
import { clauseSpan, type ReadField } from './read-field.ts';

export function readConditions(
  knowledge: Knowledge,
  side: 'result' | 'carrier',
  fields: readonly ReadField[],
): ConditionMention[] {
  return fields
    .filter((field) => field.base !== 'portfolio')
    .flatMap((field) =>
      knowledge.conditions.find(field.read.folded.text, field.read.tokens).flatMap((hit) =>
        hit.meanings.flatMap((cue) => {
          const denied = modalityAt(field.read, hit.start, hit.end) === 'denied';
          const role = side === 'result' ? resultRole(cue, denied) : carrierRole(cue, denied, field.base);
          return role ? [{ code: cue.code, role, span: clauseSpan(field, hit.start) }] : [];
        }),
      ),
    );
}

/** A result that denies a hazard (不涉及氟化) does not need the condition. */
function resultRole(cue: ConditionCue, denied: boolean): ConditionMention['role'] | undefined {
  if (denied || cue.part === 'refused' || cue.part === 'lookalike') return undefined;
  return 'needed';
}

/** A carrier that denies what the condition is about (不做病毒载体) refuses it. */
function carrierRole(cue: ConditionCue, denied: boolean, base: string): ConditionMention['role'] | undefined {
  if (cue.part === 'lookalike') return undefined;
  if (cue.part === 'refused') return 'refused';
  if (denied || base === 'limits') return 'refused';
  return cue.part === 'met' ? 'met' : undefined;
}
