import { expect, it } from 'vitest';
import { universityReader } from '../../src/planning/home-university.ts';
import { PROFILE } from '../engine/given.ts';

const homeOf = universityReader(PROFILE);

it.each([
  ['重庆大学', '重庆大学'],
  ['CHONGQING  University', '重庆大学'],
  ['重庆大学（材料学院）', '重庆大学'],
  ['重庆大学材料科学与工程学院', '重庆大学'],
  ['重庆大学 机械传动国家重点实验室', '重庆大学'],
  ['重庆大学-土木工程学院', '重庆大学'],
  ['School of Materials, Chongqing University', '重庆大学'],
  ['重庆医科大学附属第二医院', '重庆医科大学'],
  ['重庆医科大学附属第一医院骨科', '重庆医科大学'],
  ['The First Affiliated Hospital of Chongqing Medical University', '重庆医科大学'],
  // of two it is the one that is named first
  ['西南大学、重庆大学', '西南大学'],
  ['某市职业学院、重庆大学', '重庆大学'],
  ['国家镁合金材料工程技术研究中心（重庆大学）', '重庆大学'],
])('%s belongs to %s', (cell, name) => {
  expect(homeOf(cell)).toMatchObject({ name, listed: true });
});

it.each([
  '西安电子科技大学',
  'University of Chongqing University Press',
  '重庆大学科技园',
  '重庆大学溧阳智慧城市研究院',
  '重庆医科大学附属医院管理有限公司',
  '某市职业学院',
])('%s is a body of its own, under the name that it gave', (cell) => {
  expect(homeOf(cell)).toEqual({ name: cell, en: cell, city: null, names: [], listed: false });
});

it('a body that the list itself names is not a part of the university that its name begins with', () => {
  expect(homeOf('电子科技大学重庆微电子产业技术研究院').name).toBe('电子科技大学重庆微电子产业技术研究院');
  expect(homeOf('Chongqing University of Technology').name).toBe('重庆理工大学');
});
