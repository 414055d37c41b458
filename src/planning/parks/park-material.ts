/** What parks are composed of, taken in record by record: of each a few numbers stay, not its texts. */
import type { Carrier } from '../../domain/carrier.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import type { Analysed } from '../../engine/engine.ts';
import { type Candidate, candidateReader } from './candidates.ts';
import { type Place, Places, placeReader } from './places.ts';
import { ResultTerms, type TermVectors } from './result-terms.ts';
import { PARK_SETTINGS, type ParkSettings } from './settings.ts';

export class ParkMaterial {
  readonly profile: Profile;
  readonly settings: ParkSettings;
  private readonly found: Candidate[] = [];
  private readonly sites: Place[] = [];
  private readonly terms = new ResultTerms();
  private readonly candidatesOf: ReturnType<typeof candidateReader>;
  private readonly placeOf: ReturnType<typeof placeReader>;

  constructor(profile: Profile, settings: Partial<ParkSettings> = {}) {
    this.profile = profile;
    this.settings = { ...PARK_SETTINGS, ...settings };
    this.candidatesOf = candidateReader(profile, this.settings);
    this.placeOf = placeReader(profile);
  }

  /** Also what can be no member counts: it says how common words are. */
  addResult(result: Analysed<ResearchResult>): void {
    const { terms } = result.analysis;
    this.terms.count(terms);
    this.found.push(...this.candidatesOf(result, () => this.terms.numbered(terms)));
  }

  addCarrier(carrier: Analysed<Carrier>): void {
    this.sites.push(this.placeOf(carrier));
  }

  /** In the order of ids; of one result, its main sector first. */
  candidates(): Candidate[] {
    return [...this.found].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }

  vectors(): TermVectors {
    return this.terms.vectors();
  }

  places(): Places {
    return new Places(this.sites);
  }
}
