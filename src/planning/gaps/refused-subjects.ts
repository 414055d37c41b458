/** Subjects that the carriers turn away which would fit, so that results find nobody. Counted entry by entry. */
import type { RefusedSubject } from '../../domain/gap.ts';
import type { Bilingual, Match } from '../../domain/match.ts';
import { PURPOSE_NAMES, PURPOSES, type Purpose } from '../../domain/purpose.ts';
import type { ReportEntry } from '../../domain/round.ts';

interface Counted {
  readonly purpose: Purpose;
  /** The general words in front. */
  readonly subjects: string[];
  readonly results: Set<string>;
  /** Id → the clause that turns away. */
  readonly carriers: Map<string, string>;
}

export class RefusedSubjects {
  private readonly counted = new Map<string, Counted>();

  /** Only where nobody is recommended, and no earlier decision places the result all the same. */
  add({ matches, noFits, placements }: Pick<ReportEntry, 'matches' | 'noFits' | 'placements'>): void {
    for (const { purpose } of noFits) {
      if (placements.some((placed) => placed.purpose === purpose)) continue;
      for (const match of matches) if (match.purpose === purpose) this.count(match);
    }
  }

  /** What most results meet first. */
  all(): RefusedSubject[] {
    return together([...this.counted.values()]).map(({ purpose, subjects, results, carriers }) => ({
      purpose,
      subject: subjects.join('、'),
      results: [...results].sort(),
      carriers: [...carriers]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([carrierId, quote]) => ({ carrierId, quote })),
      why: say(purpose, subjects, results.size, carriers.size),
    }));
  }

  private count(match: Match): void {
    const { resultId, carrierId, purpose } = match;
    for (const { subject, quote } of refusalsAlone(match)) {
      const key = `${purpose} ${subject}`;
      const counted = this.counted.get(key) ?? {
        purpose,
        subjects: [subject],
        results: new Set(),
        carriers: new Map(),
      };
      this.counted.set(key, counted);
      counted.results.add(resultId);
      counted.carriers.set(carrierId, quote);
    }
  }
}

/** What a carrier turns away that would be recommended otherwise: nothing else is in the way. */
function refusalsAlone({ whyNot, limits }: Match): { subject: string; quote: string }[] {
  if (!whyNot?.obstacles.every(({ code }) => code === 'refusal')) return [];
  return limits
    .filter(({ code }) => code === 'refusal')
    .flatMap(({ evidence }) => evidence.find(({ side }) => side === 'carrier') ?? [])
    .map(({ about, quote }) => ({ subject: about ?? quote, quote }));
}

/** 液流 and 液流电池, for which the same results are turned away, are one. */
function together(counted: readonly Counted[]): Counted[] {
  const groups: Counted[] = [];
  for (const one of [...counted].sort(shortFirst)) {
    const group = groups.find((other) => isTheSame(other, one));
    if (!group) groups.push(one);
    else {
      group.subjects.push(...one.subjects);
      for (const [id, quote] of one.carriers) if (!group.carriers.has(id)) group.carriers.set(id, quote);
    }
  }
  return groups.sort(inOrder);
}

/**
 * In Chinese what tells apart stands first: 液流 is short for 液流电池, 电池 is more than that. Where results differ, as
 * between 电池 and 电池隔膜, who refuses the one may take the other.
 */
function isTheSame({ purpose, subjects: [first], results }: Counted, longer: Counted): boolean {
  return (
    purpose === longer.purpose &&
    longer.subjects[0]!.startsWith(first!) &&
    /\p{Script=Han}$/u.test(first!) &&
    results.size === longer.results.size &&
    [...results].every((id) => longer.results.has(id))
  );
}

function shortFirst({ subjects: [a] }: Counted, { subjects: [b] }: Counted): number {
  return a!.length - b!.length || (a! < b! ? -1 : 1);
}

function inOrder(a: Counted, b: Counted): number {
  return (
    b.results.size - a.results.size ||
    PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose) ||
    (a.subjects[0]! < b.subjects[0]! ? -1 : 1)
  );
}

function say(purpose: Purpose, subjects: readonly string[], results: number, carriers: number): Bilingual {
  const { zh, en } = PURPOSE_NAMES[purpose];
  const quoted = subjects.map((subject) => `“${subject}”`);
  return {
    zh: `有${results}项成果涉及${quoted.join('、')}，其余条件相符的载体（${carriers}家）已写明不接收或不具备，${zh}暂无载体可推荐`,
    en: `results about or asking for ${quoted.join(', ')}: ${results}; carriers that would fit otherwise and turn it away or lack it: ${carriers}; nobody else is recommended for ${en}`,
  };
}
