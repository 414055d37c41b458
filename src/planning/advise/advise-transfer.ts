import type { TransferAdvice, WayAdvice } from '../../domain/advice.ts';
import { CONTRACT_NAMES, CONTRACT_OF, WAY_NAMES } from '../../domain/conversion-ways.ts';
import type { Bilingual } from '../../domain/match.ts';
import { joined } from '../../engine/explain/names.ts';
import type { Placed } from './placed.ts';
import { weighWays } from './weigh-ways.ts';
import { listed, words } from './words.ts';

/** The way by which the result would be taken over; of a pilot, the contract that it is carried out under. */
export function adviseTransfer(placed: Placed): TransferAdvice {
  if (placed.placement.purpose === 'pilot') return pilotContract(placed);
  const weighed = weighWays(placed);
  const [best, ...others] = weighed;
  if (!best || (!best.stated && best.met.length === 0))
    return {
      way: null,
      contract: null,
      weighed,
      why: words(
        '成果未填报转化方式，现有知识产权和成熟度资料不足以提出建议，须先补充',
        'no way is stated, and what is known of rights and readiness is not enough to advise one: to be supplied first',
      ),
    };
  if (best.unmet.length > 0) return { way: null, contract: null, weighed, why: notYet(weighed) };
  const contract = CONTRACT_OF[best.way];
  return { way: best.way, contract, weighed, why: advised(best, others, contract) };
}

/** A pilot moves no right: it is done for its owner, or together with it. */
function pilotContract({ result }: Placed): TransferAdvice {
  const joint = result.record.transferModes?.includes('cooperation') ?? false;
  const way = joint ? 'cooperation' : 'service';
  const contract = joint ? 'development' : 'service';
  const name = CONTRACT_NAMES[contract];
  const basis = joint
    ? words('成果填报了合作方式', 'joint development is stated')
    : words('由载体受托开展中试', 'the carrier pilots on commission');
  return {
    way,
    contract,
    weighed: [],
    why: words(
      `建议签订${name.zh}：${basis.zh}；中试合作不转移知识产权`,
      `sign a ${name.en}: ${basis.en}; a pilot moves no right`,
    ),
  };
}

function advised(
  best: WayAdvice,
  others: readonly WayAdvice[],
  contract: TransferAdvice['contract'],
): Bilingual {
  const name = WAY_NAMES[best.way];
  const signed = contract
    ? words(`，签订${CONTRACT_NAMES[contract].zh}`, `, under a ${CONTRACT_NAMES[contract].en}`)
    : words('', '');
  const basis = listed([
    best.stated
      ? words('成果填报了该方式', 'the result states this way')
      : words('按知识产权和成熟度判断', 'judged by rights and readiness'),
    ...best.met,
  ]);
  const parts = [
    words(`建议采用“${name.zh}”方式${signed.zh}：${basis.zh}`, `by ${name.en}${signed.en}: ${basis.en}`),
  ];
  if (best.open.length > 0) {
    const open = listed(best.open);
    parts.push(words(`尚待落实：${open.zh}`, `still open: ${open.en}`));
  }
  const also = others.filter((way) => way.unmet.length === 0);
  if (also.length > 0) {
    const names = joined(also.map(({ way }) => WAY_NAMES[way]));
    parts.push(words(`另可考虑：${names.zh}`, `also possible: ${names.en}`));
  }
  return joined(parts, '。', '. ');
}

function notYet(weighed: readonly WayAdvice[]): Bilingual {
  const reasons = joined(
    weighed.map(({ way, unmet }) => {
      const why = listed(unmet);
      return words(`${WAY_NAMES[way].zh}（${why.zh}）`, `${WAY_NAMES[way].en} (${why.en})`);
    }),
  );
  return words(
    `所填转化方式条件尚不具备，暂不确定转化方式：${reasons.zh}`,
    `what the stated ways need is not there yet, so none is advised: ${reasons.en}`,
  );
}
