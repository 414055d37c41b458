import { RETURN_REASON_NAMES, VERDICTS_OF_REVIEW } from '../../../domain/review.ts';
import { SECTIONS, VERDICT_OF_REVIEW_NAMES } from '../content/wording.ts';
import { LAYOUT, SHADE } from './blocks.ts';
import type { Content, TableCell } from './content-types.ts';
import type { Printable } from './printable.ts';

/** Boxes to tick and lines to sign, left empty: a person decides. */
export function reviewBox(print: Printable): Content {
  const name = (text: string): TableCell => ({ text: print.text(text), fillColor: SHADE });
  const verdicts = VERDICTS_OF_REVIEW.map((verdict) => `□ ${VERDICT_OF_REVIEW_NAMES[verdict].zh}`).join(
    '　　',
  );
  const reasons = Object.values(RETURN_REASON_NAMES)
    .map(({ zh }) => `□ ${zh}`)
    .join('　');
  return {
    unbreakable: true,
    margin: [0, 8, 0, 0],
    table: {
      widths: ['13%', '42%', '13%', '32%'],
      body: [
        [name(SECTIONS.review.zh), { text: print.text(verdicts), colSpan: 3 }, {}, {}],
        [name('退回原因'), { text: print.text(reasons), colSpan: 3 }, {}, {}],
        [name('说明'), { text: '\n\n', colSpan: 3 }, {}, {}],
        [name('审核人'), { text: ' ' }, name('日期'), { text: '　　　　年　　月　　日', alignment: 'right' }],
      ],
    },
    layout: LAYOUT,
    style: 'table',
  };
}
