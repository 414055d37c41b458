/** Every number of the composition of parks that a bureau might want to change, with its meaning. */

export interface ParkSettings {
  /** So many results make a park (DOMAIN 1.14: a proposal of 5, to be set by the bureau). */
  readonly least: number;
  /** No park is proposed with more members: a bureau cannot negotiate more at once. */
  readonly most: number;
  /** Complementary readiness: some members at or above this level … */
  readonly readyFrom: number;
  /** … and some within these. */
  readonly earlyTrl: readonly [number, number];
  /** Share of a result's sector distribution from which it may join a theme of a sector that is not its first. */
  readonly sectorFrom: number;
  /** Floor area that a member takes where it names none, m² (the plan's 300,000 m² over 2,400 enterprises and teams). */
  readonly areaOfOneM2: number;
  /** A single carrier that is recommended to this share of the members, for both purposes, makes a park needless. */
  readonly coveredFrom: number;
  /** Hosts, and pilot platforms, of a theme that are tried together: those with the highest total affinity. */
  readonly tried: number;
  /** Hosts of a theme that are tried in pairs. */
  readonly paired: number;
  /**
   * Points by which a second host must raise the value: about what one more member earns that fits its host perfectly
   * (25 / 12). Two sites to agree upon are not worth a slightly better affinity.
   */
  readonly secondHost: number;
  /** Candidates of one theme that are looked at; beyond them the ones that fit best by themselves. */
  readonly candidates: number;
  /** Proposals of one round. */
  readonly proposals: number;
  /** Themes that came to nothing which are named with the reason, the nearest to a park first. */
  readonly considered: number;
}

export const PARK_SETTINGS: ParkSettings = {
  least: 5,
  most: 12,
  readyFrom: 6,
  earlyTrl: [3, 5],
  sectorFrom: 0.25,
  areaOfOneM2: 125,
  coveredFrom: 0.8,
  tried: 3,
  paired: 10,
  secondHost: 2,
  candidates: 60,
  proposals: 12,
  considered: 30,
};

/**
 * What a park can earn, in points; all together 100. Set by judgement, not fitted: there are no parks yet to learn
 * from. Every part is monotone and submodular in the set of members, so their sum is.
 */
export const PARK_POINTS = {
  /** Each of the five stages of the chain that a member stands at. */
  stage: 3,
  /** Each sub-field that a member works in, of the theme's five commonest. */
  field: 1,
  /** Each capability that a member asks for and host or platform offers, of the five most asked. */
  served: 1,
  /** Affinity of the members with the host: all for `most` members of affinity 1. */
  host: 25,
  /** Affinity of the members with the pilot platform, likewise. */
  pilot: 15,
  /** How near a member is to every candidate of the theme (facility location). */
  cohesion: 20,
  /** Needs that members have in common. */
  shared: 15,
} as const;

/** Links of one kind that count. */
export const MOST_LINKS = 5;

/** Σ log₂(1 + askers) at which shared needs earn all: three capabilities that seven members ask for. */
export const SHARED_FULL = 9;

/** How surely a result stands at its stage, by where its level comes from. */
export const STAGE_TRUST = { declared: 1, stage: 0.8, inferred: 0.5 } as const;

/** Two results of one sub-field are at least so alike, whatever words they use. */
export const SAME_FIELD = 0.5;

/** Results so alike belong to one theme though no word of the vocabulary says so. */
export const ALIKE_FROM = 0.4;

/** Results of one university so alike are one result handed in twice. */
export const SAME_RESULT_FROM = 0.8;

/** Nodes of the exact search; beyond them the plan found so far stands, with its bound. */
export const MOST_NODES = 4_000;
