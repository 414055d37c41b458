import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import { DEFAULT_PROFILE_FOLDER, loadProfile } from '../../src/exchange/index.ts';

describe('the profile that comes with the program', () => {
  it('loads, whole', async () => {
    const profile = await loadProfile();
    expect(profile.id).toBe('jiangbei-2021-2025');
    expect(profile.sectors.map(({ code }) => code).sort()).toEqual([
      'BIO',
      'DIG',
      'ENV',
      'FIN',
      'HOM',
      'ICV',
      'INM',
      'MAT',
      'NGI',
    ]);
    for (const { code } of profile.sectors) expect(profile.terms[code]?.length, code).toBeGreaterThan(20);
    expect(profile.universities.map(({ name }) => name)).toContain('重庆医科大学');
  });
});

describe('a profile with a mistake is refused, with its file and place', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'profile-'));
    await cp(DEFAULT_PROFILE_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const edit = async (file: string, change: (text: string) => string) =>
    writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['a missing file', () => rm(join(folder, 'markers.json')), /markers\.json/u],
    ['broken JSON', () => edit('sectors.json', (text) => text.slice(0, -5)), /sectors\.json.*JSON/u],
    [
      'a neighbour that is no sector',
      () =>
        edit('sectors.json', (text) =>
          text.replace(/"neighbours": \[\s*\{\s*"code": "\w+"/u, (m) => m.replace(/"\w+"$/u, '"QQQ"')),
        ),
      /sectors\.json.*QQQ/u,
    ],
    [
      'a separator of lists that stands everywhere',
      () => edit('refusals.json', (text) => text.replace('"[、，]"', '"、?"')),
      /refusals\.json \(separator\.zh\.0\).*、\?/u,
    ],
    [
      'terms of no sector',
      () => writeFile(join(folder, 'terms/QQQ.csv'), 'zh,en,strength,sub\n水,water,strong,\n'),
      /terms\/QQQ\.csv/u,
    ],
    [
      'a concept of a single term',
      () => appendFile(join(folder, 'thesaurus/machines.txt'), '\n水泵\n'),
      /thesaurus\/machines\.txt \(第 \d+ 行 row \d+\).*水泵/u,
    ],
    [
      'a concept of one term twice',
      () => writeFile(join(folder, 'thesaurus/own.txt'), '水泵;水泵\n'),
      /thesaurus\/own\.txt \(第 1 行 row 1\).*水泵;水泵/u,
    ],
    [
      'terms of a concept listed as in a sentence',
      () => writeFile(join(folder, 'thesaurus/own.txt'), '水泵、叶轮;管道\n'),
      /thesaurus\/own\.txt \(第 1 行 row 1\).*分号.*水泵、叶轮/u,
    ],
    [
      'a thesaurus that an old editor has written',
      // 水泵;泵 in GBK
      () => writeFile(join(folder, 'thesaurus/own.txt'), Buffer.from('cbaeb1c33bb1c30a', 'hex')),
      /thesaurus\/own\.txt.*UTF-8/u,
    ],
    [
      'a thesaurus that is a file',
      async () => {
        await rm(join(folder, 'thesaurus'), { recursive: true });
        await writeFile(join(folder, 'thesaurus'), '水泵;泵\n');
      },
      /thesaurus.*目录/u,
    ],
    [
      'a pattern in a thesaurus, whose terms are words',
      () => writeFile(join(folder, 'thesaurus/own.txt'), '引水机;泵\n引水轮;/叶(?:轮/\n'),
      /thesaurus\/own\.txt \(第 2 行 row 2\).*no regular expression.*found \/叶\(\?:轮\/$/u,
    ],
    [
      'no valid pattern among the words of a capability',
      () => edit('capabilities.json', (text) => text.replace(/"ask": \{\s*"zh": \[/u, '$&"/急需(?:中试/",')),
      /capabilities\.json \(\d+\.ask\.zh\.0\).*a regular expression.*found \/急需\(\?:中试\/$/u,
    ],
    [
      'no valid pattern among the markers',
      () => edit('markers.json', (text) => text.replace(/"zh": \[/u, '$&"/尚?*未/",')),
      /markers\.json \(\w+\.zh\.0\).*a regular expression.*found \/尚\?\*未\/$/u,
    ],
    [
      'no valid pattern among the terms of a sector',
      () => appendFile(join(folder, 'terms/BIO.csv'), '/水[/,water,strong,\n'),
      /terms\/BIO\.csv \(第 \d+ 行 row \d+, zh\).*a regular expression.*found \/水\[\/$/u,
    ],
    [
      'no valid pattern among general terms',
      () => writeFile(join(folder, 'terms/general.csv'), 'zh,en\n\n水,/wat(er/\n'),
      /terms\/general\.csv \(第 3 行 row 3, en\).*a regular expression.*found \/wat\(er\/$/u,
    ],
    [
      'two concepts that begin alike',
      () => writeFile(join(folder, 'thesaurus/own.txt'), '引水机;叶轮;泵\n引水机；管道\n'),
      /thesaurus\/own\.txt \(第 2 行 row 2\).*thesaurus\/own\.txt 第 1 行/u,
    ],
    [
      'a term of no known strength',
      () => appendFile(join(folder, 'terms/BIO.csv'), '\n水,water,weak,\n'),
      /terms\/BIO\.csv \(第 \d+ 行 row \d+, strength\)/u,
    ],
    [
      'a row with a column too many',
      () => appendFile(join(folder, 'terms/BIO.csv'), '\n水,water,strong,a,b\n'),
      /terms\/BIO\.csv \(第 \d+ 行 row \d+\).*4 columns/u,
    ],
    [
      'a term strong in two sectors',
      () => appendFile(join(folder, 'terms/BIO.csv'), '\n节能环保,energy saving,strong,\n'),
      /节能环保/u,
    ],
    [
      'a capability code used twice',
      () => edit('capabilities.json', (text) => text.replace('"C02"', '"C01"')),
      /capabilities\.json.*C01/u,
    ],
    [
      'a capability code of another form',
      () => edit('capabilities.json', (text) => text.replace('"C02"', '"C2"')),
      /capabilities\.json.*C 加两位数字/u,
    ],
    [
      'a frame with two gaps',
      () => edit('frames.json', (text) => text.replace('{what}', '{what}{what}')),
      /frames\.json.*有且只有一个空位/u,
    ],
  ])('%s', async (_name, spoil, message) => {
    await spoil();
    const refusal = await loadProfile(folder).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'profile.invalid', message: expect.stringMatching(message) });
    for (const { expected } of refusal instanceof DomainError ? refusal.findings : [])
      expect(expected).toMatch(/\p{Script=Han}.* · .*[A-Za-z]/u);
  });

  it('each fault of a file stands with its own place', async () => {
    await appendFile(join(folder, 'terms/BIO.csv'), '\n水,,weak,\n');
    expect(await loadProfile(folder).catch((error: unknown) => error)).toMatchObject({
      findings: [
        { field: expect.stringMatching(/^terms\/BIO\.csv .*, en$/u), expected: '不能为空 · not empty' },
        { field: expect.stringMatching(/^terms\/BIO\.csv .*, strength$/u), found: 'weak' },
      ],
    });
  });
});

describe('a thesaurus', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianyuan-profile-'));
    await cp(DEFAULT_PROFILE_FOLDER, folder, { recursive: true });
    await rm(join(folder, 'thesaurus'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('may be missing', async () => {
    expect((await loadProfile(folder)).thesaurus).toEqual([]);
  });

  it('is read as editors write it, file after file', async () => {
    await mkdir(join(folder, 'thesaurus'));
    const write = (file: string, text: string) => writeFile(join(folder, 'thesaurus', file), text);
    await write('b.txt', '\uFEFF光伏；太阳能电池 ; solar cell；\r\n\r\n钛;钛合金');
    await write('a.txt', 'SLAM;simultaneous localization\n');
    await write('empty.txt', '');
    await write('readme.md', 'no concepts');
    expect((await loadProfile(folder)).thesaurus).toEqual([
      ['SLAM', 'simultaneous localization'],
      ['光伏', '太阳能电池', 'solar cell'],
      ['钛', '钛合金'],
    ]);
  });
});
