import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { buildWorkbook, type TestCell } from './build-workbook.ts';

const HEADINGS = [
  '序号',
  '成果名称',
  '完成单位',
  '所在学院',
  '完成人',
  '技术领域',
  '关键词',
  '成果简介',
  '创新点',
  '应用前景',
  '转化需求',
  '技术成熟度',
  '所处阶段',
  '成果类别',
  '知识产权',
  '转化方式',
  '意向价格',
  '密级',
  '联系人',
  '联系电话',
  '邮箱',
  '完成时间',
  '来源',
  '获奖情况',
  '备注',
];

it('10,000 rows of 25 columns are read in less than 500 MB, with progress', {
  timeout: 120_000,
}, async () => {
  const rows: TestCell[][] = Array.from({ length: 10_000 }, (_, i) => [
    i,
    `第${i}项科技成果的名称`,
    '重庆大学',
    '材料学院',
    `完成人${i}`,
    '新材料',
    `合金${i}；涂层${i}；熔覆`,
    `第${i}项成果的简介。${'针对关键零部件表面易磨损的问题，提出激光熔覆高熵合金涂层的成分设计与工艺窗口。'.repeat(6)}`,
    `${i} 硬度提高三成`,
    '矿山机械、工程机械',
    `寻求吨级中试条件 ${i}`,
    '5-6级',
    '小试',
    '应用技术',
    `发明专利${i % 9}项`,
    '许可；合作',
    50 + i,
    '公开',
    `联系人${i}`,
    13800000000 + i,
    `a${i}@cqu.edu.cn`,
    { serial: 44321 },
    '国家计划',
    '无',
    `备注 ${i}`,
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'large-'));
  const file = join(folder, 'large.xlsx');
  await writeFile(file, buildWorkbook([{ name: '成果', rows: [HEADINGS, ...rows] }]));
  const reader = new URL('./read-large-file.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', reader, file]);
  await rm(folder, { recursive: true });
  const read = JSON.parse(stdout) as { batches: number; drafts: number; megabytes: number };
  expect(read.drafts).toBe(10_000);
  expect(read.batches).toBeGreaterThan(20);
  expect(read.megabytes).toBeLessThan(500);
});
