/** Which sectors the two sides of a pair have in common, and which each is mainly in. */
import type { Profile } from '../../domain/profile.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';
import { type NamedSector, namedSector } from './names.ts';

export interface SectorFindings {
  /** Sectors of both, the largest common share first. */
  readonly shared: readonly NamedSector[];
  /** The main sector of each side; null where none is known. */
  readonly result: NamedSector | null;
  readonly carrier: NamedSector | null;
}

/** A sector counts as common from this share on both sides. */
const COMMON_SECTOR = 0.1;
/** From this weight on, a result lies mainly outside the profile's sectors. */
const MAINLY_OUTSIDE = 0.5;

/** `main`: the result's own sector. */
export function sectorFindings(
  profile: Profile,
  result: ResultFacts,
  carrier: CarrierFacts,
  main: NamedSector | null,
): SectorFindings {
  const shared: NamedSector[] = [];
  const shares: number[] = [];
  for (let s = 0; s < profile.sectors.length; s++) {
    const share = Math.min(result.sectors[s]!, carrier.sectors[s]!);
    if (share < COMMON_SECTOR) continue;
    let at = shared.length;
    for (; at > 0 && shares[at - 1]! < share; at--) {
      shares[at] = shares[at - 1]!;
      shared[at] = shared[at - 1]!;
    }
    shares[at] = share;
    shared[at] = namedSector(profile, profile.sectors[s]!.code);
  }
  return { shared, result: main, carrier: mainSector(profile, carrier) };
}

/** Null where none is known. */
export function mainSector(profile: Profile, { analysis }: ResultFacts | CarrierFacts): NamedSector | null {
  const { outside, weights } = analysis.sectors;
  if (outside && outside.weight >= MAINLY_OUTSIDE) return outsideSector(profile, outside.code);
  const first = weights[0];
  return first ? namedSector(profile, first.code) : null;
}

function outsideSector(profile: Profile, code: string): NamedSector {
  const { zh, en } = namedSector(profile, code).name;
  return { code, name: { zh: `${zh}（区重点领域之外）`, en: `${en} (outside the district’s sectors)` } };
}
