import type { Risk } from '../../domain/advice.ts';
import { groundOf } from './ip-risks.ts';
import { ipStateOf, type StatedRight } from './ip-state.ts';
import type { Placed } from './placed.ts';
import { words } from './words.ts';

/** When the rights that are held end, as far as their numbers or texts say; the date of today is not asked. */
export function expiryRisks({ result: { record } }: Placed): Risk[] {
  return ipStateOf(record).held.flatMap((right) => statedTerm(right) ?? termByNumber(right) ?? []);
}

/** 有效期至2031年6月. */
function statedTerm(right: StatedRight): Risk | null {
  const year = /(?:有效期|保护期|期限|expir\w*|valid)[^\d,，;；。]{0,12}(20\d{2})/iu.exec(right.text)?.[1];
  if (year === undefined) return null;
  return {
    code: 'ip.expiry',
    weight: 'check',
    why: words(`填报的权利期限至${year}年，签约前核对`, `stated to run until ${year}: check before signing`),
    grounds: [groundOf(right)],
  };
}

/**
 * 专利法（2020年修正）第四十二条: from the day of filing, inventions run 20 years, utility models 10. Application
 * numbers of since October 2003 start with the year of filing, then the kind: 1 and 8 inventions, 2 and 9 utility
 * models (国家知识产权局 ZC 0006-2003). The term of designs changed in 2021, so they are left out.
 */
function termByNumber(right: StatedRight): Risk | null {
  const found = /(20\d{2})([1289])\d{7}/u.exec(right.number ?? '');
  if (!found) return null;
  const filed = Number(found[1]);
  const years = found[2] === '1' || found[2] === '8' ? 20 : 10;
  const zh = years === 20 ? '二十' : '十';
  return {
    code: 'ip.expiry',
    weight: 'note',
    why: words(
      `专利申请号显示${filed}年申请，保护期自申请日起${zh}年，最迟${filed + years}年届满；签约前核对年费缴纳情况`,
      `filed in ${filed} by its number: ${years} years from filing, over in ${filed + years} at the latest; check the annual fees before signing`,
    ),
    grounds: [groundOf(right)],
  };
}
