/** How carriers write in a district: what kind of place they are, and how they turn subjects away. */
import { z } from 'zod';
import { BilingualPatterns, BilingualPhrases, BilingualWords } from './profile-parts.ts';

/**
 * What carriers are rather than what they are about (文创空间, 概念验证中心): no evidence that a result on 空间结构 or
 * 概念辨析 belongs there.
 */
export const GenusSchema = z.object({
  /** At the end of a carrier's name. */
  heads: BilingualWords,
  /** At its beginning. */
  openings: BilingualWords,
  /** Anywhere in its texts. */
  phrases: BilingualPhrases,
});

/** How carriers turn subjects away, beyond what denies anywhere (`markers.json`). */
export const RefusalsSchema = z.object({
  /** Whoever says so does not take what stands beside it (请另找地方, 请绕行). */
  turningAway: BilingualPatterns,
  /** At the head of a clause that turns away what the clause before it names: 农机、微型车，一概不接. */
  allOfThem: BilingualPatterns,
  /** In a field of limits: what stands there is what is taken. */
  taking: BilingualPatterns,
  /** What is denied so was refused once, or never: 以前不收, 不是不做, 不产生废水, 不用外协, 不得直排. */
  takenBack: BilingualPatterns,
  /** What is denied so is denied to those only who lack something, and up to the denial: 未经审批不得. */
  conditional: BilingualPatterns,
  /** All but what the group names is taken: 除(…)外均可. */
  exceptions: BilingualPatterns,
  /** What turns away and has its verb behind, its subject before it: 锂电池|不得|存放. */
  auxiliary: BilingualPatterns,
  /** What is qualified so is no subject by itself: 3.5 t 以下, 非防爆产品, 除外. */
  qualified: BilingualPatterns,
  /** What is not taken here is no subject of results: 不收租金. */
  noSubject: BilingualPatterns,
  /** Between the items of a list: 食品、药品. */
  separator: BilingualPatterns,
  /** At the end of a word that names a kind by what it is a kind of: 化工|类. */
  kind: BilingualWords,
  /** Directly behind what turns away: who lacks it is spoken of, and not turned away (没有许可|的企业). */
  attributive: BilingualPatterns,
  /** An item of a list that lends its head from the last one: 食品用、医用菌种. */
  attribute: BilingualPatterns,
  /** Words beside what turns away that are no subject: 承接, 范围. */
  filler: BilingualWords,
  /** Characters that name a subject each by itself: 氟. */
  substances: z.string(),
  /** Directly before a word of a result: it is not that thing that it is about (无瓦斯段, 非食品用). */
  disclaiming: BilingualPatterns,
  /** What a thing leaves behind, directly after its name (电镀|园区废水): who does not take the thing may take that. */
  wastes: BilingualPatterns,
  /** Whole things: who does not take them may take parts (无人机|整机). */
  wholes: BilingualPatterns,
  /** What is done to a whole thing, directly after its name (无人机|研制): no part of it. */
  making: BilingualPatterns,
});
