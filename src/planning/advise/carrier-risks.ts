import type { Risk } from '../../domain/advice.ts';
import { askedOf, type Placed } from './placed.ts';
import { headOf, unquoted, words } from './words.ts';

/** What is to be known of the carrier: its standing, whose its capabilities are, and whether it is related. */
export function carrierRisks(placed: Placed): Risk[] {
  return [...standing(placed), ...related(placed), ...borrowed(placed), ...places(placed)];
}

function standing({ carrier: { record } }: Placed): Risk[] {
  if (record.status === 'delisted')
    return [
      unquoted(
        'carrier.delisted',
        'stop',
        '载体已摘牌，不得新增入驻',
        'the carrier is delisted: no new entries',
      ),
    ];
  if (record.status === 'rectifying')
    return [
      unquoted(
        'carrier.rectifying',
        'check',
        '载体正在督促整改，整改完成前不办理入驻',
        'the carrier is under rectification: no entry before it is complete',
      ),
    ];
  if (record.status === undefined)
    return [
      unquoted(
        'carrier.status_unstated',
        'note',
        '载体动态管理状态未填报',
        'the standing of the carrier is not stated',
      ),
    ];
  return [];
}

function related({ placement, result, carrier }: Placed): Risk[] {
  if (!placement.relatedParty) return [];
  const university = result.record.university ?? '';
  return [
    {
      code: 'related_party',
      weight: 'check',
      why: words(
        `载体与成果完成单位${university}存在关联，须申报并按规定履行专门审批`,
        `the carrier is related to ${university || 'the owner of the result'}: to be declared and specially approved`,
      ),
      grounds: [
        ...(university === '' ? [] : [{ side: 'result' as const, field: 'university', quote: university }]),
        { side: 'carrier', field: 'name', quote: carrier.record.name },
      ],
    },
  ];
}

/** Asked for, and offered by partners of the carrier only. */
function borrowed(placed: Placed): Risk[] {
  const { carrier, profile } = placed;
  const asked = askedOf(placed);
  return profile.capabilities.flatMap(({ code, zh, en }): Risk[] => {
    const offers = carrier.analysis.capabilities.filter(
      (mention) => mention.code === code && mention.modality === 'offered',
    );
    const [first] = offers;
    if (!asked.has(code) || !first || offers.some(({ provider }) => provider !== 'partner')) return [];
    return [
      {
        code: 'capability.partner',
        weight: 'check',
        why: words(
          `所需“${zh}”由载体的合作方提供，须核实合作协议和可用时间`,
          `${en} comes from a partner of the carrier only: check the agreement and when it can be used`,
        ),
        grounds: [{ side: 'carrier', field: first.span.field, quote: headOf(first.span.quote) }],
      },
    ];
  });
}

function places({ carrier: { record } }: Placed): Risk[] {
  if (record.slots !== undefined) return [];
  return [
    unquoted(
      'carrier.slots_unstated',
      'note',
      '载体未填报本轮名额，接收前须确认',
      'the carrier states no slots: to be confirmed before it takes anything',
    ),
  ];
}
