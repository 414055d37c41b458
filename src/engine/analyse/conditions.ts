/** Hard conditions (GMP, hazardous reactions, dry room …): what a result needs, what a carrier meets or refuses. */
import type { ConditionMention } from '../../domain/analysis.ts';
import { modalityAt, type Said } from '../../text/modality.ts';
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
      knowledge.conditions.find(field.read.folded, field.read.tokens).flatMap((hit) =>
        hit.meanings.flatMap((cue) => {
          const said = modalityAt(field.read, hit.start, hit.end);
          const role =
            side === 'result' ? resultRole(cue, said, field.base) : carrierRole(cue, said, field.base);
          return role ? [{ code: cue.code, role, span: clauseSpan(field, hit.start) }] : [];
        }),
      ),
    );
}

/**
 * A result that denies a hazard (不涉及氟化) does not need the condition. Equipment that meets a condition is
 * needed only where it is asked for; elsewhere it is what the result was made with.
 */
function resultRole(
  cue: ConditionCue,
  said: Said | undefined,
  base: string,
): ConditionMention['role'] | undefined {
  if (said === 'denied' || cue.part === 'refused' || cue.part === 'lookalike') return undefined;
  if (cue.part === 'met' && said !== 'asked' && base !== 'needs') return undefined;
  return 'needed';
}

/** A carrier that denies what the condition is about (不做病毒载体) refuses it; what it only plans it does not meet. */
function carrierRole(
  cue: ConditionCue,
  said: Said | undefined,
  base: string,
): ConditionMention['role'] | undefined {
  if (cue.part === 'lookalike') return undefined;
  if (cue.part === 'refused') return 'refused';
  if (said === 'denied' || said === 'lacking' || base === 'limits') return 'refused';
  return cue.part === 'met' && said !== 'asked' ? 'met' : undefined;
}
