/** What the advice of a placement says, and on what it rests: made from records as people hand them in. */
import { describe, expect, it } from 'vitest';
import type { PlacementSheet } from '../../src/domain/advice.ts';
import type { Placement, Unplaced } from '../../src/domain/assignment.ts';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { NoFit } from '../../src/domain/match.ts';
import { PURPOSES, type Purpose } from '../../src/domain/purpose.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { sheetsOf } from '../../src/planning/advise/sheet-of.ts';
import { readDemonstration } from '../engine/demonstration.ts';
import { ENGINE, PROFILE, readCarrier, readResult } from '../engine/given.ts';
import { demonstrationReport } from '../exchange/demonstration-report.ts';

const RESULT: ResearchResultInput = {
  id: 'r',
  title: '抗体药物连续流纯化工艺',
  university: '重庆大学',
  abstract:
    '面向单克隆抗体药物的连续流层析纯化工艺，收率与批次一致性优于传统批式工艺，已在实验室完成验证，可用于生物药生产企业的下游纯化。',
  secrecy: '公开',
  trl: 6,
  transferModes: ['许可'],
  ip: '发明专利2项（授权2项）',
};
const CARRIER: CarrierInput = {
  id: 'c',
  name: '江北生物医药孵化器',
  kind: 'incubator',
  status: '正常',
  slots: 3,
  description: '为抗体药物和重组蛋白企业提供孵化场地、研发设计与中试服务。',
};

interface Case {
  readonly result?: ResearchResultInput | object;
  readonly carrier?: CarrierInput | object;
  readonly purpose?: Purpose;
  readonly purposes?: readonly Purpose[];
  readonly relatedParty?: boolean;
  readonly others?: readonly Placement[];
  readonly unplaced?: readonly Unplaced[];
  readonly noFits?: readonly NoFit[];
}

const placed = (carrierId: string, purpose: Purpose, relatedParty = false): Placement => ({
  resultId: 'r',
  carrierId,
  purpose,
  affinity: 0.8,
  rank: 1,
  basis: 'optimum',
  draw: null,
  relatedParty,
});

function sheet(given: Case = {}): PlacementSheet {
  const result = readResult({ ...RESULT, ...given.result });
  const carrier = readCarrier({ ...CARRIER, ...given.carrier });
  const other = readCarrier({ id: 'c2', name: '渝北中试基地', kind: 'pilot_platform', slots: 1 });
  const pool = ENGINE.pool({ results: [result], carriers: [carrier, other] });
  const purpose = given.purpose ?? 'transfer';
  const placements = [placed('c', purpose, given.relatedParty), ...(given.others ?? [])];
  const [first] = sheetsOf(
    {
      result,
      purposes: given.purposes ?? PURPOSES,
      matches: placements.map((one) => pool.explain('r', one.carrierId, one.purpose)),
      noFits: given.noFits ?? [],
      placements,
      unplaced: given.unplaced ?? [],
      park: null,
    },
    (id) => (id === 'c' ? carrier : other),
    PROFILE,
  );
  return first!;
}
const risks = (given: Case) => new Map(sheet(given).advice.risks.map((risk) => [risk.code, risk]));

describe('the way of conversion', () => {
  it('is the stated one where rights and readiness carry it, with both named', () => {
    const { transfer } = sheet().advice;
    expect(transfer).toMatchObject({ way: 'licence', contract: 'licence' });
    expect(transfer.why.zh).toContain('“发明专利2项(授权2项)”');
    expect(transfer.why.zh).toContain('技术就绪度6级');
    expect(transfer.why.zh).toContain('须有承接企业');
  });

  it('is joint development where the right to be sold is only applied for and it is early', () => {
    const result = { ip: '发明专利申请1项', transferModes: ['转让'], trl: 4 };
    const { transfer } = sheet({ result }).advice;
    expect(transfer.way).toBe('cooperation');
    const assignment = transfer.weighed.find(({ way }) => way === 'assignment')!;
    expect(assignment.unmet.map(({ zh }) => zh).join()).toMatch(/尚未授权.*技术就绪度4级/u);
  });

  it('stays open where nothing that is stated can be had, and says why', () => {
    const { transfer } = sheet({
      result: { ip: '发明专利1项（已失效）', transferModes: ['转让'], trl: 8 },
    }).advice;
    expect(transfer.way).toBeNull();
    expect(transfer.why.zh).toMatch(/暂不确定转化方式：转让（所填权利不可再处分“发明专利1项\(已失效\)”）/u);
  });

  it('of a pilot is a contract that moves no right', () => {
    expect(sheet({ purpose: 'pilot' }).advice.transfer).toMatchObject({
      way: 'service',
      contract: 'service',
    });
    const joint = sheet({ purpose: 'pilot', result: { transferModes: ['合作开发'] } });
    expect(joint.advice.transfer.contract).toBe('development');
  });
});

describe('the other half', () => {
  const noFit = (reason: string, zh: string): NoFit => ({
    resultId: 'r',
    purpose: 'pilot',
    reason,
    why: { zh, en: zh },
  });
  it('is the same carrier, or another by name and affinity', () => {
    expect(sheet({ others: [placed('c', 'pilot')] }).advice.partner.kind).toBe('same_carrier');
    const { partner } = sheet({ others: [placed('c2', 'pilot')] }).advice;
    expect(partner).toMatchObject({ kind: 'other_carrier', carrierId: 'c2' });
    expect(partner.why.zh).toBe('中试合作由渝北中试基地承担（契合度0.800）');
  });

  it('is nobody, with the capability that is missing; or is full; or was not asked for', () => {
    const lacking = sheet({
      result: { needs: '寻求GMP中试放大服务' },
      noFits: [noFit('capability_missing', '最接近的载体未写明所需能力：中试熟化')],
    }).advice;
    expect(lacking.partner).toMatchObject({ kind: 'none', missing: ['C04'] });
    expect(lacking.steps.map(({ code }) => code)).toContain('missing_pilot');
    const full: Unplaced = {
      resultId: 'r',
      purpose: 'pilot',
      reason: 'capacity',
      wanted: [{ carrierId: 'c2', affinity: 0.7 }],
    };
    expect(sheet({ unplaced: [full] }).advice.partner.why.zh).toContain('名额已满：渝北中试基地');
    expect(sheet({ purposes: ['transfer'] }).advice.partner.kind).toBe('not_asked');
    expect(sheet({ noFits: [noFit('pilot_not_asked', '未提出')] }).advice.partner.kind).toBe('not_needed');
  });
});

describe('risks', () => {
  it('name what stands in the rights: pending, lapsed, gone, co-owned, nothing stated', () => {
    const of = (ip: string) => [...risks({ result: { ip } }).keys()].filter((code) => code.startsWith('ip.'));
    expect(of('发明专利申请2项')).toEqual(['ip.pending']);
    expect(of('发明专利1项（已失效）')).toEqual(['ip.lapsed']);
    expect(of('发明专利1项（已独占许可）')).toEqual(['ip.gone']);
    expect(of('发明专利1项（授权，与某企业共有）')).toEqual(['ip.co_owner']);
    expect(of('')).toEqual(['ip.unstated']);
    expect(of('实用新型3项（授权）')).toEqual(['ip.utility_only']);
  });

  it('say until when a patent can run, by its number', () => {
    const found = risks({ result: { ip: '发明专利ZL201810123456.7（授权）' } }).get('ip.expiry');
    expect(found?.why.zh).toContain('2018年申请');
    expect(found?.why.zh).toContain('最迟2038年届满');
    expect(risks({ result: { ip: '实用新型ZL201820123456.7（授权）' } }).get('ip.expiry')?.why.zh).toContain(
      '2028年',
    );
  });

  it('name what the carrier is: under rectification, related, only as good as its partner', () => {
    expect(risks({ carrier: { status: '督促整改' } }).get('carrier.rectifying')?.weight).toBe('check');
    expect(risks({ relatedParty: true }).get('related_party')?.why.zh).toContain('重庆大学');
    const borrowed = risks({
      result: { needs: '寻求第三方检验检测服务' },
      carrier: { capabilities: [{ code: 'C05', detail: '理化检测，由合作单位提供', provider: 'partner' }] },
    });
    expect(borrowed.get('capability.partner')?.grounds[0]?.quote).not.toBe('');
  });

  it('name what the carrier turns away, where somebody placed the result there all the same', () => {
    const carrier = { description: `${CARRIER.description}抗体药物不接。` };
    const refused = risks({ carrier }).get('refusal')!;
    expect(refused.weight).toBe('stop');
    expect(refused.grounds[0]!.quote).toBe('抗体药物不接');
    expect(risks({}).has('refusal')).toBe(false);
  });

  it('name what the result does not say, or what was only inferred', () => {
    const found = risks({
      result: { trl: undefined, stage: '小试', secrecy: undefined, abstract: undefined },
    });
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(['trl.inferred', 'secrecy.unstated', 'text.little']),
    );
    expect(found.get('trl.inferred')?.why.zh).toContain('按所填阶段“小试”推断');
    expect([...risks({}).keys()]).toEqual([]);
  });
});

it('steps follow in the order of their days, each with who acts; an agreed price is publicised for 15 days', () => {
  const { steps } = sheet({ relatedParty: true }).advice;
  expect(steps.map(({ days }) => days)).toEqual(steps.map(({ days }) => days).sort((a, b) => a - b));
  expect(steps[0]).toMatchObject({ code: 'review', actor: { zh: '区科技局' } });
  expect(steps.find(({ code }) => code === 'publicity')).toMatchObject({ leastDays: 15, customary: true });
  expect(steps.map(({ code }) => code)).toContain('related_party');
  expect(
    sheet({ result: { transferModes: ['技术服务'] } }).advice.steps.map(({ code }) => code),
  ).not.toContain('publicity');
});

it('counts towards a target only what founds a company in a carrier that houses it, and only once it has landed', () => {
  const founded = sheet({ result: { transferModes: ['作价入股'] } }).advice;
  expect(founded.contributions).toMatchObject([{ target: 'incubatees_and_teams', amount: 1 }]);
  expect(founded.contribution.zh).toContain('落地前不计');
  expect(sheet().advice.contributions).toEqual([]);
  const piloted = sheet({ purpose: 'pilot', result: { transferModes: ['作价入股'] } });
  expect(piloted.advice.contributions).toEqual([]);
});

it('says nothing over the demonstration that does not stand in a record', async () => {
  const demonstration = await readDemonstration();
  const { results, carriers } = demonstration;
  const report = demonstrationReport(demonstration);
  const byId = new Map([...results, ...carriers].map(({ record }) => [record.id, record]));
  let grounds = 0;
  for (const { placements } of report.entries)
    for (const one of placements)
      for (const risk of one.advice.risks) {
        expect(risk.why.zh).not.toBe('');
        expect(risk.why.en).not.toBe('');
        for (const { side, quote } of risk.grounds) {
          const record = byId.get(side === 'result' ? one.resultId : one.carrierId);
          expect(JSON.stringify(record)).toContain(JSON.stringify(quote).slice(1, -1));
          grounds++;
        }
      }
  expect(grounds).toBeGreaterThan(50);
});
