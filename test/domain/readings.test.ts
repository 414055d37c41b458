import { describe, expect, it } from 'vitest';
import { readCapabilityCell } from '../../src/domain/reading/capability-cell.ts';
import {
  isPublic,
  readCarrierKind,
  readCarrierLevel,
  readCarrierStatus,
  readResultCategory,
  readTransferMode,
} from '../../src/domain/reading/enumerations.ts';
import { readIp } from '../../src/domain/reading/ip.ts';
import { isBlank, splitList } from '../../src/domain/reading/plain.ts';

describe('a cell that says nothing', () => {
  it.each(['', '  ', '/', '——', '无', '暂无', '面议', '不详', 'N/A', 'unknown', '　'])('%j', (cell) => {
    expect(isBlank(cell)).toBe(true);
  });

  it('is not one that says zero or no', () => {
    for (const cell of ['0', '否', '无需', '不接受']) expect(isBlank(cell)).toBe(false);
  });

  it('entries of a list are parted by the signs that people use', () => {
    expect(splitList('甲、乙；丙，丁 / 戊\n己')).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
    expect(splitList('V2X/5G')).toEqual(['V2X/5G']);
  });
});

describe('words for codes', () => {
  it.each([
    ['技术转让', 'assignment'],
    ['独占许可', 'licence'],
    ['license', 'licence'],
    ['作价入股', 'equity'],
    ['合作开发', 'cooperation'],
    ['技术服务', 'service'],
    ['自行实施', 'self'],
    ['创办企业', 'self'],
    ['师生自己创办', 'self'],
    ['拟成立科技公司', 'self'],
    ['作价入股创办企业', 'equity'],
    ['与企业合作创办公司', 'cooperation'],
    ['founding a company', 'self'],
    ['面向企业', 'other'],
    ['equity', 'equity'],
    ['易货', 'other'],
    ['面议', undefined],
    ['', undefined],
  ])('way of conversion %s', (text, mode) => {
    expect(readTransferMode(text)).toBe(mode);
  });

  it.each([
    ['科技企业孵化器', 'incubator'],
    ['众创空间', 'maker_space'],
    ['企业加速器', 'accelerator'],
    ['中试基地', 'pilot_platform'],
    ['概念验证中心', 'poc_center'],
    ['成果孵化园', 'park'],
    ['孵化社区', 'community'],
    ['产业基地', 'industry_base'],
    ['pilot_platform', 'pilot_platform'],
    ['Science Park', 'park'],
    ['spark', 'other'],
    ['茶馆', 'other'],
  ])('kind of carrier %s', (text, kind) => {
    expect(readCarrierKind(text)).toBe(kind);
  });

  it.each([
    ['国家级', 'national'],
    ['市级', 'municipal'],
    ['省级', 'municipal'],
    ['区级', 'district'],
    ['national-level', 'national'],
    ['市级（拟申报国家级）', 'municipal'],
    ['国家级创建中，市级', 'municipal'],
    ['拟申报国家级', undefined],
    ['international', undefined],
    ['未认定', undefined],
    ['无', undefined],
  ])('level %s', (text, level) => {
    expect(readCarrierLevel(text)).toBe(level);
  });

  it.each([
    ['正常运营', 'normal'],
    ['奖补', 'rewarded'],
    ['督促整改', 'rectifying'],
    ['已摘牌', 'delisted'],
    ['delisted', 'delisted'],
    ['火星', undefined],
  ])('status %s', (text, status) => {
    expect(readCarrierStatus(text)).toBe(status);
  });

  it.each(['不合格', '不正常', '未正常运营', '停止运营', 'inactive', 'abnormal', 'not active'])(
    'status %s is not known, so that it is reported',
    (text) => {
      expect(readCarrierStatus(text)).toBeUndefined();
    },
  );

  it.each([
    ['应用技术', 'applied'],
    ['基础理论', 'theory'],
    ['软科学', 'soft_science'],
    ['soft science', 'soft_science'],
    ['其他', 'other'],
  ])('category %s', (text, category) => {
    expect(readResultCategory(text)).toBe(category);
  });

  it('category software is no soft science', () => {
    expect(readResultCategory('software')).toBe('other');
    expect(readResultCategory('soft_science')).toBe('soft_science');
  });
});

describe('secrecy', () => {
  it.each(['公开', '非密', '不涉密', '无', '', 'public', 'Unclassified', ' 公开级 '])(
    '%j may enter',
    (cell) => {
      expect(isPublic(cell)).toBe(true);
    },
  );

  it.each(['秘密', '机密', '绝密', '内部', '涉密', '不公开', '未定', 'secret', '是', '公开前需审查'])(
    '%j may not',
    (cell) => {
      expect(isPublic(cell)).toBe(false);
    },
  );
});

describe('intellectual property in a cell', () => {
  it('several rights, each with kind, status and count', () => {
    expect(readIp('发明专利3项（授权2项）；软件著作权1件')).toMatchObject([
      { kind: 'invention_patent', status: 'granted', count: 3 },
      { kind: 'software_copyright', count: 1 },
    ]);
    expect(readIp('授权发明专利5项，实用新型3项')).toMatchObject([
      { kind: 'invention_patent', status: 'granted', count: 5 },
      { kind: 'utility_model', count: 3 },
    ]);
  });

  it.each([
    ['ZL202010123456.7', { kind: 'patent', status: 'granted', number: 'ZL202010123456.7' }],
    ['ＺＬ２０２０１０１２３４５６．７', { kind: 'patent', number: 'ZL202010123456.7' }],
    ['发明专利（申请中）', { kind: 'invention_patent', status: 'pending' }],
    ['实用新型（已失效）', { kind: 'utility_model', status: 'lapsed' }],
    ['发明专利（已转让）', { kind: 'invention_patent', status: 'assigned' }],
    ['技术秘密', { kind: 'trade_secret' }],
    ['invention patent, granted', { kind: 'invention_patent' }],
  ])('%s', (cell, right) => {
    expect(readIp(cell)[0]).toMatchObject(right);
  });

  it('an unknown count is absent, not 0 or 1; text of no known kind is kept', () => {
    expect(readIp('发明专利')[0]?.count).toBeUndefined();
    expect(readIp('祖传秘方')).toEqual([expect.objectContaining({ kind: 'other', text: '祖传秘方' })]);
    for (const cell of ['', '无', '/', '——']) expect(readIp(cell)).toEqual([]);
  });

  it('a patent that is not granted is not granted', () => {
    for (const cell of [
      '发明专利（未授权）',
      '发明专利尚未获得授权',
      '待授权发明专利',
      'patent (not yet granted)',
    ])
      expect(readIp(cell)[0]?.status, cell).toBe('pending');
    expect(readIp('发明专利（已授权）')[0]?.status).toBe('granted');
  });
});

describe('capabilities in a cell', () => {
  it('codes or names, with detail and whose they are', () => {
    expect(readCapabilityCell('C04 中试熟化：吨级反应釜（自有）；检验检测（合作单位提供）')).toEqual([
      { code: 'C04', detail: '中试熟化：吨级反应釜（自有）', provider: 'own' },
      { code: '检验检测', detail: '合作单位提供', provider: 'partner' },
    ]);
    expect(readCapabilityCell('检验检测、中试熟化')).toEqual([{ code: '检验检测' }, { code: '中试熟化' }]);
    expect(readCapabilityCell('c04；C05')).toEqual([{ code: 'C04' }, { code: 'C05' }]);
    expect(readCapabilityCell('无')).toEqual([]);
  });

  it('a name without a detail has none', () => {
    expect(readCapabilityCell('C04')[0]?.detail).toBeUndefined();
    expect(readCapabilityCell('C04')[0]?.provider).toBeUndefined();
  });

  it('entries with brackets are parted by 、 too', () => {
    const [first, second] = readCapabilityCell('检验检测（合作单位提供）、中试熟化（自有吨级装置）');
    expect(first).toMatchObject({ code: '检验检测', provider: 'partner' });
    expect(second).toMatchObject({ code: '中试熟化', provider: 'own' });
    expect(readCapabilityCell('检验检测（光谱、质谱，合作单位提供），场地')).toEqual([
      { code: '检验检测', detail: '光谱、质谱，合作单位提供', provider: 'partner' },
      { code: '场地' },
    ]);
    expect(readCapabilityCell('中试熟化：反应釜、离心机')).toHaveLength(1);
  });

  it('unknown is not one’s own', () => {
    expect(readCapabilityCell('C05：unknown')[0]?.provider).toBeUndefined();
    expect(readCapabilityCell('C05: own lab')[0]?.provider).toBe('own');
  });
});
