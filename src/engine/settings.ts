/**
 * Every constant of the engine that a person might want to change, with its meaning. The version names them:
 * a report made with other values carries another version.
 */
import type { TransferMode } from '../domain/reading/enumerations.ts';

export const ENGINE_VERSION = 'jianyuan-engine/13';

/** How much a word weighs by the field it stands in, when records are compared. 1 = as much as the title. */
export const RESULT_FIELD_WEIGHTS: Readonly<Record<string, number>> = {
  title: 1,
  keywords: 0.7,
  abstract: 0.7,
  application: 0.5,
  advance: 0.3,
  problem: 0.4,
  needs: 0.35,
};

export const CARRIER_FIELD_WEIGHTS: Readonly<Record<string, number>> = {
  name: 1,
  description: 1,
  capabilities: 0.6,
};

/** How much a sector term counts by the field it stands in. */
export const SECTOR_FIELD_WEIGHTS: Readonly<Record<string, number>> = {
  title: 2,
  name: 2,
  keywords: 1.5,
  abstract: 1,
  description: 1,
  application: 0.8,
  capabilities: 0.6,
  needs: 0.5,
};

/** Exponent on the inverse document frequency: above 1, rare words decide more. */
export const IDF_EXPONENT = 1;

/**
 * The same for English words in English records: half on either side, so that a shared word counts its inverse
 * document frequency once (as in BM25), not squared. Of Chinese, with characters beside the words, 1 ranks as well.
 */
export const ENGLISH_IDF_EXPONENT = 0.5;

/**
 * Length of what Chinese an English record's words may mean, beside its own words of length 1: about what it came to
 * when both were weighed together. Chinese texts meet it; English ones are compared by their own words.
 */
export const TRANSLATION_LENGTH = 0.5;

/** How much the characters of Chinese words weigh beside the words; 0.6–1 rank alike. */
export const CHARACTER_SHARE = 0.8;

/** A cosine of this size is worth half: maps the small cosines of short texts into [0,1]. 0.15–0.2 rank alike. */
export const LEXICAL_HALF = 0.175;

/**
 * Between two English texts these shares of the weights go to what the texts mean, as far as that is known. Chinese
 * words meet in part, by their characters; English ones meet or do not, and what all of them mean makes up for it.
 */
export const ENGLISH_TO_SEMANTICS = { subject: 0.75, alignment: 0.5 } as const;

/**
 * Between a Chinese and an English text, words that are not shared say less than in one language: what is found
 * below this share of what is assumed counts as unknown, and the share is assumed.
 */
export const FOREIGN_SHARE = 0.25;

/** Shared words lose up to this share where both sectors are known and differ. */
export const FOREIGN_SECTOR_DISCOUNT = 0.85;

/** Stage fit by levels outside the carrier's window: none, one, two, more (docs/glossary: TRL window). */
export const STAGE_FIT = [1, 0.6, 0.25, 0] as const;
/** A level that only the stage field gives is never worth more than this. */
export const UNCERTAIN_STAGE_CAP = 0.8;
/** What a level is worth that is inferred from words: half of it is believed, the other half counts as unknown. */
export const INFERRED_STAGE = { trust: 0.5, unknown: 0.5 } as const;

/** What a capability is worth by the evidence for it. */
export const OFFER_STRENGTH = { own: 1, bare: 0.5, partner: 0.4 } as const;

/** What a way of conversion usually needs (转让, 许可 look for a taker; 作价入股 a valuation and a home). */
export const MODE_ASKS: Readonly<Record<TransferMode, readonly string[]>> = {
  assignment: ['C07', 'C08'],
  licence: ['C07', 'C08'],
  equity: ['C06', 'C12'],
  self: ['C11', 'C12'],
  cooperation: [],
  service: ['C19'],
  other: [],
};
export const MODE_ASK_WEIGHT = 0.25;

/** Verdicts: from these affinities on. */
export const RECOMMENDED_FROM = 0.5;
export const POSSIBLE_FROM = 0.1;
/**
 * The best carrier of a result is recommended from here on. The affinity says how often any pair of such a score is
 * good; the best of all carriers is good more often. Chosen on the three judged districts (bench/judged): at 0.15 the
 * answer to "does anybody fit?" is right for 146 of 192 and invents 14 partners, here 141 and 10, at 0.3 136 and 9.
 */
export const BEST_RECOMMENDED_FROM = 0.25;
/** That holds where its sectors reach this value, and its needs or its capability theirs, where they are known. */
export const BEST_LEAST = { sector: 0.2, needs: 0.05, capability: 0.35 } as const;

/**
 * The best carrier stands out where its score leads that of the next one by so much: then it is recommended from this
 * affinity on, where some of what is asked is met and words alone reach this share of `LEAST_GROUND`. Chosen on the
 * three judged districts: 151 → 162 of 192 right, 6 partners invented as before.
 */
export const OUTSTANDING = { lead: 0.03, from: 0.15, ground: 0.5 } as const;

/**
 * A recommendation stands on something that both texts say: one of these components must reach this value.
 * The same sector alone is worth a look, not a recommendation.
 */
export const LEAST_GROUND: Readonly<Record<string, number>> = {
  subject: 0.2,
  record: 0.3,
  needs: 0.3,
  capability: 0.5,
};

/** Factors on the affinity where a limit stands in the way. */
export const LIMIT_FACTORS = {
  rectifying: 0.6,
  noSlots: 0.55,
  noArea: 0.55,
  conditionRefused: 0.6,
  conditionUnknown: 0.9,
  notTransferable: 0.3,
  noPilotNeed: 0,
  /** At degree 0 of the need for a pilot; 1 where it is asked for in words. */
  pilotNotAsked: 0.7,
  noPilotOffer: 0.85,
} as const;

/**
 * A term is one of those that a result is about from this share of the weight of its heaviest word on. Of 0.1, 0.2
 * and 0.35 (when each term of a refusal had to reach it) the first two turned a right partner away in our districts.
 */
export const ABOUT_SHARE = 0.35;
