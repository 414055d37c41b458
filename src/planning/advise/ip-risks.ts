import type { Ground, Risk } from '../../domain/advice.ts';
import type { Bilingual } from '../../domain/match.ts';
import { ipStateOf, type StatedRight } from './ip-state.ts';
import type { Placed } from './placed.ts';
import { headOf, quoted, unquoted, words } from './words.ts';

/** What the stated rights do not settle: list of a university's due diligence (ownership, status, limits). */
export function ipRisks({ result: { record } }: Placed): Risk[] {
  const ip = ipStateOf(record);
  if (ip.rights.length === 0) return [unstated((record.ip ?? []).length > 0)];
  const only = (kind: string) => ip.rights.every((right) => right.kind === kind);
  const co = ip.rights.filter((right) => CO_OWNED.test(right.text));
  const defence = ip.rights.filter((right) => right.kind === 'defence_patent');
  return [
    ...some(
      'ip.defence',
      'stop',
      defence,
      words('涉及国防专利，不得公开对接', 'a defence patent: not for open matching'),
    ),
    ...some(
      'ip.gone',
      'stop',
      ip.gone,
      words('权利已转让或已独占许可，不能再次处分', 'assigned or exclusively licensed already'),
    ),
    ...some(
      'ip.lapsed',
      ip.held.length > 0 ? 'check' : 'stop',
      ip.lapsed,
      words('权利已失效，不能转让或许可', 'lapsed: nothing to assign or license'),
    ),
    ...some(
      'ip.pledged',
      'check',
      ip.pledged,
      words('权利已质押，处分须经质权人同意', 'pledged: the pledgee must agree'),
    ),
    ...some(
      'ip.licensed',
      'check',
      ip.licensed,
      words('已有许可，须核对许可范围和期限', 'licensed already: check scope and term'),
    ),
    ...some(
      'ip.co_owner',
      'check',
      co,
      words('存在共有人，权属和处分须经共有人确认', 'co-owned: the co-owner must confirm'),
    ),
    ...some('ip.pending', 'check', ip.pending, words('处于申请阶段，尚未授权', 'applied for, not granted')),
    ...some(
      'ip.status_open',
      'check',
      ip.open,
      words('未写明法律状态，须核实', 'status not stated: to be verified'),
    ),
    ...(only('utility_model')
      ? some(
          'ip.utility_only',
          'note',
          ip.rights,
          words('仅有实用新型专利，新颖性依据较弱', 'utility models only: weaker evidence of novelty'),
        )
      : []),
    ...(only('software_copyright')
      ? some(
          'ip.software_only',
          'note',
          ip.rights,
          words('仅有软件著作权，成果形式为软件', 'software copyright only: the result is software'),
        )
      : []),
  ];
}

const CO_OWNED = /共有|共同申请|共同所有|联合申请|co-?own|jointly/iu;

function unstated(something: boolean): Risk {
  return something
    ? unquoted(
        'ip.unstated',
        'check',
        '所填内容中没有可转让或许可的权利，权属待核实',
        'nothing stated that could be assigned or licensed: ownership to be verified',
      )
    : unquoted(
        'ip.unstated',
        'check',
        '未填报知识产权情况，权属和法律状态待核实',
        'no intellectual property stated: ownership and status to be verified',
      );
}

/** One risk with the first of its rights quoted and all of them as grounds. */
function some(code: string, weight: Risk['weight'], rights: readonly StatedRight[], what: Bilingual): Risk[] {
  const [first] = rights;
  if (!first) return [];
  const text = quoted(first.text);
  const more =
    rights.length > 1 ? words(`等${rights.length}项`, ` and ${rights.length - 1} more`) : words('', '');
  return [
    {
      code,
      weight,
      why: words(`${text.zh}${more.zh}${what.zh}`, `${text.en}${more.en}: ${what.en}`),
      grounds: rights.map(groundOf),
    },
  ];
}

export function groundOf({ field, text }: StatedRight): Ground {
  return { side: 'result', field, quote: headOf(text) };
}
