/** How whole sentences ask, tell as done, deny and offer: a part of the profile. */
import { z } from 'zod';
import {
  BilingualPatterns,
  BilingualSchema,
  CapabilityCodeSchema,
  SmallCodeSchema,
} from './profile-parts.ts';

/** A sentence with a gap (`{what}`, `{rest}` to the end of the clause); `{start}` and `{end}` are those of a clause. */
const FramePattern = z
  .string()
  .refine(
    (source) => (source.match(/\{(?:what|rest)\}/gu) ?? []).length === 1,
    '句式中有且只有一个空位，{what} 或 {rest} · a pattern with one gap, {what} or {rest}',
  );
const TopicSchema = BilingualPatterns.extend({ code: CapabilityCodeSchema });

/** How whole sentences ask, tell as done, deny and offer (资金、场地均不需要), and what a word means in their gaps. */
export const FramesSchema = z.object({
  /** Words that name a capability in a gap, where a single one is enough. */
  topics: z.array(TopicSchema),
  /** In this order: what an earlier frame says of a clause stays. */
  frames: z.array(
    z.object({
      code: SmallCodeSchema,
      /** Whose texts speak so. */
      side: z.enum(['result', 'carrier']).default('result'),
      says: z.enum(['asked', 'done', 'denied', 'offered']),
      why: BilingualSchema,
      zh: z.array(FramePattern),
      en: z.array(FramePattern),
    }),
  ),
  /** What tells by itself that a capability is done with. */
  told: z.array(TopicSchema),
  /** Words that say that a thing has happened: a word of plans beside them is no plan (曾计划的中试已完成). */
  happened: BilingualPatterns,
  /** Words of plans and conditions: what stands behind them is not done. */
  unreal: BilingualPatterns,
  /** The same, behind what is done. */
  afterwards: BilingualPatterns,
  /** What is no deed, however done: a plan drawn up, an intention declared, a thing given up. */
  merely: BilingualPatterns,
  /** What is compared with: it tells of others, not of this result. */
  others: BilingualPatterns,
  /** A carrier tells who comes to bring it (团队自带车辆): that is no offer. */
  brought: BilingualPatterns,
  /** Only some of it is offered: 部分项目. */
  partly: BilingualPatterns,
  /** Who or what does without a thing that nobody declines: 该方法无需昂贵的检测设备. */
  ofTheThing: z.object({ subject: BilingualPatterns, object: BilingualPatterns }),
});
